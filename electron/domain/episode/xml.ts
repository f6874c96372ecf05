/** XML 1.0 as text. Pure; a name is one of ours and is not checked. */

export interface Element {
  name: string;
  attributes?: Readonly<Record<string, string>>;
  /** Text is escaped. */
  content?: string | readonly Element[];
}

export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root, '')}`;
}

function xml({ name, attributes = {}, content = [] }: Element, indent: string): string {
  const inside = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const opening = `${indent}<${name}${inside.join('')}`;
  if (typeof content === 'string') return `${opening}>${escaped(content)}</${name}>\n`;
  if (content.length === 0) return `${opening}/>\n`;
  return `${opening}>\n${content.map((each) => xml(each, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers make a line feed of it, and of one in an attribute a space.
  '\r': '&#13;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** Also of what no XML may hold (https://www.w3.org/TR/xml/#charsets): it is left out. */
export function escaped(text: string): string {
  return [...text]
    .filter(isChar)
    .join('')
    .replace(/[&<>"\r\t\n]/g, (char) => ESCAPES[char] ?? char);
}

function isChar(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return !surrogate && code !== 0xfffe && code !== 0xffff;
}
