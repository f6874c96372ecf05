/**
 * Which way each character of a paragraph runs, after the Unicode Bidirectional Algorithm (UAX #9) without explicit embeddings and
 * paired brackets, which no field of a rundown needs. Even levels run to the right, odd ones to the left.
 */
export interface Direction {
  /** One for each code point. */
  levels: number[];
  /** Its first letter and most of them run to the left; a greeting in Arabic does not turn an Indonesian sentence round. */
  rtl: boolean;
}

type Kind = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'ET' | 'CS' | 'mark' | 'neutral';

const KINDS: readonly [Kind, RegExp][] = [
  ['EN', /[0-9\u06f0-\u06f9]/],
  ['AN', /[\u0660-\u0669\u066b\u066c]/],
  ['ES', /[+\u2212-]/],
  ['CS', /[,./:\u00a0\u060c]/],
  ['ET', /[#$%\u00a2-\u00a5\u00b0\u00b1\u066a\u2030\u20a0-\u20cf]/],
  ['mark', /\p{M}|\u200b|\u200c|\u200d/u],
  ['AL', /[\u061b\u061c\u061f\u0640]|(?=\p{L})[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u],
  ['R', /\u200f|(?=\p{L})[\p{Script=Hebrew}\p{Script=Nko}\p{Script=Adlam}]/u],
  ['L', /[\p{L}\p{Nl}\u200e]/u],
];

const kindOf = (letter: string): Kind => KINDS.find(([, of]) => of.test(letter))?.[0] ?? 'neutral';

/** Of one paragraph: no line break in it. */
export function directionOf(text: string): Direction {
  const kinds = [...text].map(kindOf);
  const strong = kinds.filter((kind) => kind === 'L' || kind === 'R' || kind === 'AL');
  const left = strong.filter((kind) => kind !== 'L').length;
  const rtl = strong.length > 0 && strong[0] !== 'L' && left * 2 > strong.length;
  const base = rtl ? 'R' : 'L';
  const sides = settleNeutrals(settleNumbers(kinds, base), base);
  return { levels: sides.map((kind) => levelOf(kind, rtl)), rtl };
}

/** Rules I1 and I2. */
function levelOf(kind: Kind, rtl: boolean): number {
  if (kind === 'EN' || kind === 'AN') return 2;
  if (kind === 'R') return 1;
  return rtl ? 2 : 0;
}

/** Rules W1 to W7: what is left are L, R, EN, AN and neutrals. */
function settleNumbers(kinds: readonly Kind[], base: 'L' | 'R'): Kind[] {
  const settled = followMarks(kinds, base);
  let strong: Kind = base;
  for (const [at, kind] of settled.entries()) {
    if (kind === 'L' || kind === 'R' || kind === 'AL') strong = kind;
    if (kind === 'EN' && strong === 'AL') settled[at] = 'AN';
  }
  joinNumbers(settled);
  strong = base;
  return settled.map((kind) => {
    if (kind === 'L' || kind === 'R' || kind === 'AL') strong = kind;
    if (kind === 'AL') return 'R';
    if (kind === 'EN') return strong === 'L' ? 'L' : 'EN';
    return kind === 'ES' || kind === 'ET' || kind === 'CS' ? 'neutral' : kind;
  });
}

/** W1: a mark goes with the letter it stands on. */
function followMarks(kinds: readonly Kind[], base: Kind): Kind[] {
  let last = base;
  return kinds.map((kind) => {
    if (kind !== 'mark') last = kind;
    return last;
  });
}

/** W4 and W5: `1,5`, `10:30` and `25 %` stay whole. */
function joinNumbers(kinds: Kind[]): void {
  for (const [at, kind] of kinds.entries()) {
    const [before, after] = [kinds[at - 1], kinds[at + 1]];
    const divides = kind === 'CS' || (kind === 'ES' && before === 'EN');
    if (divides && before === after && (before === 'EN' || before === 'AN')) kinds[at] = before;
  }
  for (const [at, kind] of kinds.entries()) if (kind === 'ET' && kinds[at - 1] === 'EN') kinds[at] = 'EN';
  for (let at = kinds.length - 1; at >= 0; at--) if (kinds[at] === 'ET' && kinds[at + 1] === 'EN') kinds[at] = 'EN';
}

/** N1 and N2: what stands between two of one direction takes it; else that of the paragraph. */
function settleNeutrals(kinds: readonly Kind[], base: 'L' | 'R'): Kind[] {
  const settled = [...kinds];
  for (let from = 0; from < settled.length; from++) {
    if (settled[from] !== 'neutral') continue;
    let to = from;
    while (settled[to] === 'neutral') to++;
    const before = from === 0 ? base : sideOf(settled[from - 1]);
    const after = to === settled.length ? base : sideOf(settled[to]);
    settled.fill(before === after ? before : base, from, to);
    from = to;
  }
  return settled;
}

const sideOf = (kind: Kind | undefined): 'L' | 'R' => (kind === 'L' ? 'L' : 'R');
