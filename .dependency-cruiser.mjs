/**
 * The rooms and what of ours each may import. A room may always import itself, `contract` and npm packages (the pure
 * rooms and pages excepted, below), a room of the core also `core/csv`, `core/in-turn`, `core/key-locks`, `core/loop`, `core/secret`, `core/sheets` and `core/together`. A new room is a new line.
 */
const CORE = 'electron/core';
const OF_ALL_ROOMS = [
  `${CORE}/csv`,
  `${CORE}/in-turn`,
  `${CORE}/key-locks`,
  `${CORE}/loop`,
  `${CORE}/secret`,
  `${CORE}/sheets`,
  `${CORE}/together`,
];
/** A page of the console beside the operator's: it has its frame and manners, and none of its screens. */
const BESIDE_THE_CONSOLE = [
  'electron/domain',
  'renderer/client',
  'renderer/ui',
  'renderer/operator/(page|early|router|frame|shared|i18n)',
];
const mayImport = {
  'electron/contract': [],
  'electron/domain': [],
  [`${CORE}/sheets`]: ['electron/domain'],
  [`${CORE}/store`]: ['electron/domain'],
  [`${CORE}/media`]: ['electron/domain', `${CORE}/jobs/types`],
  [`${CORE}/jobs`]: [`${CORE}/store`],
  [`${CORE}/users`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/rules`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/control`]: [`${CORE}/store`],
  [`${CORE}/library`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/rules/(book|gate|seen-by)`,
    `${CORE}/media`,
    `${CORE}/jobs`,
  ],
  [`${CORE}/rules`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/partners`]: ['electron/domain', `${CORE}/store`, `${CORE}/rundowns/attachments/(files|room|sweep)`],
  [`${CORE}/submissions`]: ['electron/domain', `${CORE}/store`, `${CORE}/rules/(book|gate)`],
  [`${CORE}/playlists`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/schedule`]: ['electron/domain', `${CORE}/store`, `${CORE}/rules/(book|gate)`, `${CORE}/playlists`],
  [`${CORE}/displays`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/takeovers`]: ['electron/domain', `${CORE}/store`, `${CORE}/rules/(book|gate)`],
  [`${CORE}/rundowns`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/recalls`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/rules/(gate|seen-by)`,
    `${CORE}/rundown-files/papers/(paper|words)`,
  ],
  [`${CORE}/cues`]: ['electron/domain', `${CORE}/store`, `${CORE}/rules/(book|gate)`, `${CORE}/takeovers/check`],
  [`${CORE}/osc`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/shows`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/cart`]: ['electron/domain', `${CORE}/store`, `${CORE}/rules/(book|gate)`],
  [`${CORE}/spots`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/rules/(book|gate)`,
    `${CORE}/schedule/(planned-days|one-moment)`,
  ],
  [`${CORE}/recordings`]: ['electron/domain', `${CORE}/store`, `${CORE}/jobs/types`],
  [`${CORE}/cards`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/rules/(book|gate)`,
    `${CORE}/library/(drawn-by|renditions)`,
    `${CORE}/media/types`,
  ],
  [`${CORE}/hoaxes`]: ['electron/domain', `${CORE}/store`, `${CORE}/rules/(book|gate)`, `${CORE}/schedule/bookings`],
  [`${CORE}/episodes`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/rules/(book|gate)`,
    `${CORE}/jobs/types`,
    `${CORE}/media/types`,
  ],
  [`${CORE}/previews`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/media/types`,
    `${CORE}/rundown-files/papers`,
    `${CORE}/rules/(book|gate|seen-by)`,
  ],
  [`${CORE}/quality`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/rules/seen-by`,
    `${CORE}/jobs/types`,
    `${CORE}/media/types`,
  ],
  [`${CORE}/proof`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/make-goods`]: ['electron/domain', `${CORE}/store`, `${CORE}/schedule`],
  [`${CORE}/requests`]: ['electron/domain', `${CORE}/store`, `${CORE}/rules/gate`, `${CORE}/rundown-files/papers`],
  [`${CORE}/contests`]: [
    'electron/domain',
    `${CORE}/store`,
    `${CORE}/rules/(book|gate)`,
    `${CORE}/rundown-files/papers`,
  ],
  [`${CORE}/waiting`]: ['electron/domain', `${CORE}/store`, `${CORE}/library/against-letting`, `${CORE}/requests/room`],
  [`${CORE}/rundown-files`]: ['electron/domain', `${CORE}/store`],
  [`${CORE}/server`]: [`${CORE}/store`],
  'electron/shell': ['electron/flags', 'electron/log'],
  'renderer/client': ['electron/domain'],
  'renderer/ui': ['electron/domain', 'renderer/client'],
  'renderer/operator': ['electron/domain', 'renderer/client', 'renderer/ui'],
  'renderer/radio': BESIDE_THE_CONSOLE,
  'renderer/desk': BESIDE_THE_CONSOLE,
  // Light pages on phones and old tablets: no Mantine, nothing of the console's.
  'renderer/views': ['electron/domain', 'renderer/client', 'renderer/ui/tokens'],
  'renderer/display': ['electron/domain', 'renderer/client'],
};

const rooms = Object.entries(mayImport).map(([room, allowed]) => ({
  name: `room-${room.split('/').slice(1).join('-')}`,
  comment: `${room} may import contract${allowed.length ? `, ${allowed.join(', ')}` : ' only'}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^(electron|renderer)/',
    pathNot: [room, 'electron/contract', ...(room.startsWith(CORE) ? OF_ALL_ROOMS : []), ...allowed].map(
      (path) => `^${path}(/|\\.|$)`,
    ),
  },
}));

export default {
  forbidden: [
    ...rooms,
    {
      name: 'no-circles',
      comment: 'an import circle has no bottom to read from',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-without-electron',
      comment: 'the core runs under plain Node; only main, preload and shell know Electron',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/(main|preload|shell/)' },
      to: { path: '^(node_modules/)?electron(/|$)', dependencyTypes: ['npm', 'npm-dev'] },
    },
    {
      name: 'pure-rooms',
      comment: 'contract and domain use neither Node nor its modules',
      severity: 'error',
      from: { path: '^electron/(contract|domain)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-without-node',
      comment: 'pages run in a browser',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'console-without-calendars',
      comment:
        'rules of days and Temporal weigh more than all screens of the schedule: the station answers (planning.days)',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: 'node_modules/(rrule-temporal|temporal-)', reachable: true },
    },
    {
      name: 'ffmpeg-behind-one-room',
      comment: 'fluent-ffmpeg is archived upstream: only core/media knows it',
      severity: 'error',
      from: { pathNot: '^electron/core/media/' },
      to: { path: 'node_modules/fluent-ffmpeg' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|node_modules/\\.cache/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'], mainFields: ['module', 'main'] },
    moduleSystems: ['es6', 'cjs'],
  },
};
