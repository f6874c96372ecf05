/** `Content-Disposition` for any name, RFC 6266: a plain one for old programs, the true one in UTF-8. */
export const attachment = (fileName: string): string => named('attachment', fileName);

/** To be looked at; the name is for whoever saves it from there. */
export const inline = (fileName: string): string => named('inline', fileName);

function named(how: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  const exact = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '_')).replace(/['()*]/g, percent);
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
