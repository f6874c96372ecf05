/** Papers come as a stream, are kept by their hash with their record or not at all, and are handed out. */
import { Failure } from '../../contract/failure';
import type { MediaFile } from '../../contract/handover';
import type { Actor } from '../../contract/records/audit';
import { MOST_PAPERS, type Paper, type PaperOf } from '../../contract/records/paper';
import { reason } from '../../contract/scalars';
import { newId } from '../../contract/ulid';
import { attachedName, mimeOf, sizeRefusal } from '../../domain/attachments';
import { createFiles } from '../rundowns/attachments/files';
import { createTurn } from '../rundowns/attachments/room';
import { sweepFiles } from '../rundowns/attachments/sweep';
import { type Reader, requireRecord, type Tx } from '../store';
import type { IncomingPaper, PartnersNeed } from './options';

/** What a browser may show: never anything that could run. */
const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/;

export function createPapers({ store, clock, dataDir }: PartnersNeed) {
  const files = createFiles(dataDir, undefined, 'papers');
  const inTurn = createTurn();

  async function take(incoming: IncomingPaper, actor: Actor): Promise<Paper> {
    const name = attachedName(incoming.name);
    const of: PaperOf = { record: incoming.record, id: incoming.id };
    const check = (bytes: number) => checkSize(name, bytes);
    if (incoming.bytes !== null) check(incoming.bytes);
    requirePlace(store, of);
    await files.requireRoom(incoming.bytes ?? 0);
    const arrived = await files.arrive(incoming.body, check);
    return inTurn(async () => {
      const mime = mimeOf(arrived.head, name);
      if (arrived.bytes === 0) check(0);
      if (of.record === 'agency' && !PICTURE.test(mime))
        throw new Failure('unsupportedMedia', { name }, [reason('paper.noPicture', { name })]);
      await files.settle(arrived);
      return store.commit({ command: 'papers.add', actor, undoable: true }, (tx) => {
        const { agencyId } = requirePlace(tx, of);
        const now = clock.now();
        const { bytes, hash } = arrived;
        const told = { id: newId(now), rev: 0, of, agencyId, name, bytes, hash, mime };
        const paper = tx.put('paper', { ...told, createdAt: now, createdBy: actor.name });
        hang(tx, paper);
        return paper;
      });
    });
  }

  return {
    take,
    file(id: string): (MediaFile & { hash: string; paper: Paper }) | null {
      const paper = store.get('paper', id);
      if (!paper) return null;
      const { hash, bytes, name, mime } = paper;
      const shown = PICTURE.test(mime);
      const served = shown ? { mime, fileName: null } : { mime: 'application/octet-stream', fileName: name };
      return { path: files.pathOf(hash), hash, bytes, paper, ...served };
    },
    sweep: () => sweepFiles({ clock, files, inTurn }, () => new Set(store.all('paper').map(({ hash }) => hash))),
  };
}

function checkSize(name: string, bytes: number): void {
  const refused = sizeRefusal(name, bytes);
  if (refused) throw new Failure(bytes === 0 ? 'refused' : 'tooLarge', { name }, [refused]);
}

/** For what it is, and how many there are already. @throws Failure notFound, refused */
function requirePlace(reader: Reader, of: PaperOf): { agencyId: string } {
  const found = requireRecord(reader, of.record, of.id);
  const held = reader.all('paper').filter((paper) => paper.of.id === of.id).length;
  if (held >= MOST_PAPERS) throw new Failure('refused', {}, [reason('attachment.tooMany', { most: MOST_PAPERS })]);
  return { agencyId: 'agencyId' in found ? found.agencyId : found.id };
}

/** A new logo or signed paper takes the place of the one before. */
function hang(tx: Tx, { id, of }: Paper): void {
  if (of.record === 'agency') {
    const agency = requireRecord(tx, 'agency', of.id);
    if (agency.logoId) tx.remove('paper', agency.logoId);
    tx.put('agency', { ...agency, logoId: id });
  }
  if (of.record === 'agreement') {
    const agreement = requireRecord(tx, 'agreement', of.id);
    if (agreement.fileId) tx.remove('paper', agreement.fileId);
    tx.put('agreement', { ...agreement, fileId: id });
  }
}
