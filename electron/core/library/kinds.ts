/** Kinds that can never be material, known by their extension before a byte is read. Everything else is probed. */
import { type Reason, reason } from '../../contract/scalars';
import { extensionOf, printableName } from '../../domain/file-names';

const DOCUMENTS = [
  'pdf',
  'doc',
  'docx',
  'odt',
  'xls',
  'xlsx',
  'ods',
  'ppt',
  'pptx',
  'odp',
  'txt',
  'rtf',
  'csv',
  'html',
];
const PACKED = ['zip', 'rar', '7z', 'gz', 'tar', 'iso', 'exe', 'msi', 'apk', 'dmg', 'lnk', 'url'];
const PROJECTS = ['psd', 'ai', 'cdr', 'eps', 'prproj', 'aep', 'veg', 'capcut'];

const WHY = new Map<string, string>([
  ['svg', 'library.kindSvg'],
  ...DOCUMENTS.map((extension) => [extension, 'library.kindDocument'] as const),
  ...PACKED.map((extension) => [extension, 'library.kindPacked'] as const),
  ...PROJECTS.map((extension) => [extension, 'library.kindProject'] as const),
]);

/** Why a file of this name is refused at the door; null when it may come in. */
export function refusedKind(originalName: string): Reason | null {
  const code = WHY.get(extensionOf(printableName(originalName)));
  return code ? reason(code, { name: printableName(originalName) }) : null;
}
