/** The rows of RSS 2.0, RSS 1.0 and Atom. A megabyte of nothing but tags held the station for 1.3 s, so a thread of its own reads it. */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { inThread } from '../sheets/thread';

const require = createRequire(import.meta.url);

/** Run in the thread. What comes back is text: copied as objects, a feed of many elements would hold the station once more. */
const READ = `module.exports = ({ library, input: { xml, most } }) => {
  const parser = new (library('xml').XMLParser)({
    ignoreAttributes: true, parseTagValue: false, removeNSPrefix: true, processEntities: false,
    isArray: (name) => name === 'item' || name === 'entry',
  });
  const { rss, RDF, feed } = parser.parse(xml, true);
  const rows = [rss?.channel?.item, RDF?.item, feed?.entry].find(Array.isArray);
  if (!rows && rss?.channel === undefined && feed === undefined) throw new Error('neither RSS nor Atom');
  return JSON.stringify((rows ?? []).slice(0, most));
};`;

/** @throws Error where it is none */
export async function xmlRows(xml: string, most: number, signal?: AbortSignal): Promise<unknown[]> {
  const libraries = { xml: require.resolve('fast-xml-parser') };
  const rows = await inThread(READ, { libraries, input: { xml, most }, ...(signal ? { signal } : {}) });
  return z.array(z.unknown()).parse(JSON.parse(z.string().parse(rows)));
}
