import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Attachment,
  MOST_ATTACHMENT_BYTES,
  MOST_ATTACHMENTS,
  MOST_RUNDOWN_BYTES,
} from '../contract/records/attachment';
import { attachedName, kindOf, mimeOf, roomRefusal, sizeRefusal } from './attachments';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const MB = 1024 ** 2;

describe('attachedName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ani\\Surat "KPU".pdf', 'Surat "KPU".pdf'],
    ['📄 rilis 👩‍👩‍👧.docx', '📄 rilis 👩‍👩‍👧.docx'],
    ['surat\u202efdp.exe', 'suratfdp.exe'],
    [`${'x'.repeat(300)}.PDF`, `${'x'.repeat(196)}.PDF`],
    [`${'x'.repeat(195)}👩‍👩‍👧.pdf`, `${'x'.repeat(195)}.pdf`],
  ])('%j becomes %j', (raw, shown) => expect(attachedName(raw)).toBe(shown));

  it('is always one that the record takes, and stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), (raw) => {
        const name = attachedName(raw);
        expect(Attachment.shape.name.parse(name)).toBe(name);
        expect(attachedName(name)).toBe(name);
      }),
    );
  });
});

it('takes from one byte to 25 MB', () => {
  expect(sizeRefusal('a.pdf', 0)).toMatchObject({ code: 'attachment.empty', params: { name: 'a.pdf' } });
  expect(sizeRefusal('a.pdf', 1)).toBeNull();
  expect(sizeRefusal('a.pdf', MOST_ATTACHMENT_BYTES)).toBeNull();
  expect(sizeRefusal('a.pdf', MOST_ATTACHMENT_BYTES + 1)).toMatchObject({
    code: 'attachment.tooLarge',
    params: { most: 25 },
  });
});

describe('roomRefusal', () => {
  const held = (count: number, itemId: string, each = 1) =>
    Array.from({ length: count }, () => ({ itemId, bytes: each }));

  it('takes fifty files an item', () => {
    expect(roomRefusal([...held(49, 'a'), ...held(50, 'b')], { itemId: 'a', bytes: 1 })).toBeNull();
    expect(roomRefusal(held(MOST_ATTACHMENTS, 'a'), { itemId: 'a', bytes: 1 })?.code).toBe('attachment.tooMany');
  });

  it('takes 500 MB a rundown, and says what is left', () => {
    const twenty = held(19, 'a', 25 * MB);
    expect(roomRefusal(twenty, { itemId: 'b', bytes: 25 * MB })).toBeNull();
    expect(roomRefusal([...twenty, { itemId: 'b', bytes: 1 }], { itemId: 'b', bytes: 25 * MB })).toMatchObject({
      code: 'attachment.tooMuch',
      params: { most: 500, left: 24 },
    });
  });

  it('never lets a rundown hold more than it may', () => {
    const file = fc.record({ itemId: fc.constantFrom('a', 'b'), bytes: fc.integer({ min: 1, max: 25 * MB }) });
    fc.assert(
      fc.property(fc.array(file, { maxLength: 130 }), (wanted) => {
        const kept: typeof wanted = [];
        for (const each of wanted) if (!roomRefusal(kept, each)) kept.push(each);
        expect(kept.reduce((sum, each) => sum + each.bytes, 0)).toBeLessThanOrEqual(MOST_RUNDOWN_BYTES);
        for (const item of ['a', 'b'])
          expect(kept.filter(({ itemId }) => itemId === item).length).toBeLessThanOrEqual(MOST_ATTACHMENTS);
      }),
    );
  });
});

describe('what a file looks to be', () => {
  it.each([
    ['%PDF-1.7', 'surat.docx', 'pdf'],
    ['PK\x03\x04', 'rilis.DOCX', 'text'],
    ['PK\x03\x04', 'daftar.xlsx', 'table'],
    ['PK\x03\x04', 'paparan.pptx', 'slides'],
    ['PK\x03\x04', 'arsip.zip', 'archive'],
    ['PK\x03\x04', 'constructor', 'archive'],
    ['\xd0\xcf\x11\xe0', 'lama.xls', 'table'],
    ['\xff\xd8\xff\xe0', 'foto', 'picture'],
    ['RIFF\0\0\0\0WAVE', 'suara.wav', 'sound'],
    ['RIFF\0\0\0\0WEBP', 'foto.webp', 'picture'],
    ['\0\0\0\x18ftypisom', 'klip.mp4', 'video'],
    ['Selamat pagi', 'naskah.txt', 'text'],
    ['a;b', 'daftar.csv', 'table'],
    ['MZ\0', 'naskah.txt', 'other'],
    ['<script>', 'halaman.html', 'other'],
    ['', '.pdf', 'other'],
  ])('%j called %j is %s', (head, name, kind) => expect(kindOf(mimeOf(bytes(head), name))).toBe(kind));

  it('is always something that the record takes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 512 }), fc.string(), (head, name) => {
        expect(Attachment.shape.mime.safeParse(mimeOf(head, name)).success).toBe(true);
      }),
    );
  });
});
