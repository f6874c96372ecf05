/** The name people know a container by. */

/** ffprobe names a family; within it the file's own ending tells which. The first is the one most have. */
const FAMILIES: Record<string, readonly string[]> = {
  mov: ['MP4', 'MOV', 'M4V', 'M4A', '3GP', '3G2', 'MJ2'],
  matroska: ['MKV', 'WebM', 'MKA'],
  mpegts: ['MPEG-TS', 'MTS', 'M2TS'],
  asf: ['WMV', 'WMA', 'ASF'],
  mpeg: ['MPEG'],
  webp: ['WebP'],
  ogg: ['Ogg'],
  image2: ['JPEG', 'PNG', 'WebP'],
};
const ENDINGS: Record<string, string> = { JPG: 'JPEG', QT: 'MOV' };

/** `MP4` for ffprobe's `mov,mp4,m4a,3gp,3g2,mj2`; a name that is not known here is written as it is, in capitals. */
export function containerText(container: string, fileName: string): string {
  const [first = ''] = container.split(',');
  const key = first.replace(/_pipe$/, '');
  const family = FAMILIES[key] ?? [key.toUpperCase()];
  const ending = fileName.split('.').at(-1)?.toUpperCase() ?? '';
  const known = ENDINGS[ending] ?? ending;
  return family.find((name) => name.toUpperCase() === known) ?? family[0] ?? container;
}
