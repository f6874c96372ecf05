/** What is wrong with a file that was handed over by path, in words. */
import { Hopeless } from '../../contract/hopeless';
import { type Reason, reason } from '../../contract/scalars';
import { codeOf } from './media-store';

const WORDS: Record<string, string> = {
  ENOENT: 'adopt.gone',
  ENOTDIR: 'adopt.gone',
  EACCES: 'adopt.unreadable',
  EPERM: 'adopt.unreadable',
  EISDIR: 'adopt.notFile',
  ELOOP: 'adopt.gone',
  ENAMETOOLONG: 'adopt.gone',
};

/** The reason, or null where the fault lies elsewhere. */
export function fileReason(fault: unknown, name: string): Reason | null {
  if (fault instanceof Hopeless) return fault.reason;
  const code = WORDS[codeOf(fault) ?? ''];
  return code ? reason(code, { name }) : null;
}

/** Such a file will not mend by trying again; everything else may. */
export function asFileFault(fault: unknown, name: string): unknown {
  const because = fileReason(fault, name);
  return because ? new Hopeless(because, fault) : fault;
}
