import { expect, it } from 'vitest';
import { fieldOf, kindOf } from './words';

it.each([
  ['Judul Materi', 'title', false],
  ['MATERI', 'title', true],
  ['Durasi (menit)', 'duration', true],
  ['Durasi:', 'duration', true],
  ['Keterangan', 'notes', true],
  ['Jam Mulai', 'start', true],
  ['Ketrangan', 'notes', false],
  ['No.', 'ignored', true],
  ['Penanggung Jawab', 'person', true],
  ['Hard start', 'hard', true],
])('a column called %s is guessed', (heading, field, sure) => expect(fieldOf(heading)).toEqual({ field, sure }));

it('a column of no known name is none', () => expect([fieldOf(''), fieldOf('Xyzzy')]).toEqual([null, null]));

it.each([
  ['ILM', 'ilm'],
  ['Iklan Layanan Masyarakat', 'ilm'],
  ['iklan', 'spotBreak'],
  ['Jeda 2', 'spotBreak'],
  ['SPOT', 'spotBreak'],
  ['smash', 'sweeper'],
  ['Sweeper', 'sweeper'],
  ['vox pop', 'voxPop'],
  ['voxPop', 'voxPop'],
  ['Telepon', 'phoneIn'],
  ['Tanda waktu + jingle', 'timeSignal'],
  ['Bumper in', 'bumper'],
  ['segmen', 'segment'],
  ['lagu', 'music'],
  ['Phone-in', 'phoneIn'],
  ['Time signal', 'timeSignal'],
  ['Lain-lain', 'free'],
])('%s is a kind', (text, kind) => expect(kindOf(text)).toBe(kind));

it('jedanya is none', () => expect(kindOf('jedanya lama')).toBeUndefined());
