/** Tables of a DOCX as rows of text, in a thread (see core/sheets/thread.ts). `input` is `{ bytes }`. Pictures are left out. */
module.exports = async ({ library, input }) => {
  const mammoth = library('mammoth');
  const nothing = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(input.bytes) }, { convertImage: nothing });
  return tablesOf(value);
};

const TAG = /<(\/?)(table|tr|td|th|br|p|li)\b([^>]*)>|<[^>]+>|[^<]+/g;
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** Of a table in a table the outer one has the text. */
function tablesOf(html) {
  const tables = [];
  let depth = 0;
  let cell = null;
  for (const [whole, slash, tag, attributes] of html.matchAll(TAG)) {
    if (tag === 'table') {
      if (!slash) {
        depth += 1;
        if (depth === 1) tables.push([]);
      } else depth -= 1;
    } else if (depth === 1 && tag === 'tr' && !slash) tables.at(-1).push([]);
    else if (depth === 1 && (tag === 'td' || tag === 'th')) {
      if (!slash) cell = { text: '', span: Number(/colspan="(\d{1,3})"/.exec(attributes)?.[1] ?? 1) };
      else if (cell) {
        const row = tables.at(-1).at(-1);
        row?.push(cell.text.trim(), ...Array.from({ length: cell.span - 1 }, () => ''));
        cell = null;
      }
    } else if (cell && (tag === 'br' || ((tag === 'p' || tag === 'li') && slash))) cell.text += '\n';
    else if (cell && !whole.startsWith('<'))
      cell.text += whole.replace(/&(?:\w+|#39);/g, (name) => ENTITIES[name] ?? name);
  }
  return tables;
}
