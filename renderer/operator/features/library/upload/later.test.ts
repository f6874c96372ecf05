import { expect, it } from 'vitest';
import type { OpenTransfer } from '../../../../client/transfer';
import { later } from './later';

const source = { data: Buffer.from('x'), name: 'a.mp4', type: 'video/mp4' };
const silent = { progress() {}, done() {}, failed() {} };

it('does in order what was asked before its code was there', async () => {
  const said: string[] = [];
  const open: OpenTransfer = ({ name }) => ({
    start: () => said.push(`start ${name}`),
    pause: () => said.push('pause'),
    cancel: () => said.push('cancel'),
  });
  let arrive: (open: OpenTransfer) => void = () => {};
  const code = new Promise<OpenTransfer>((resolve) => {
    arrive = resolve;
  });
  const transfer = later(() => code)(source, silent);
  transfer.start();
  transfer.pause();
  expect(said).toEqual([]);
  arrive(open);
  await expect.poll(() => said).toEqual(['start a.mp4', 'pause']);
});

it('fails as a lost connection does where its code cannot be had, and fetches it again at the next start', async () => {
  const answers: (OpenTransfer | null)[] = [
    null,
    () => ({ start: () => said.push('started'), pause() {}, cancel() {} }),
  ];
  const said: unknown[] = [];
  const load = async () =>
    answers.shift() ?? Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const transfer = later(load)(source, { ...silent, failed: (failure) => said.push(failure) });
  transfer.start();
  await expect.poll(() => said).toEqual([null]);
  transfer.start();
  await expect.poll(() => said).toEqual([null, 'started']);
});
