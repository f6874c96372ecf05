import { expect, it } from 'vitest';
import type { CartMaterial } from '../../../electron/contract/api/cart';
import { keptOutBy, keptOutOf } from './use-kept-out';

const id = (sign: string) => sign.padEnd(26, '0');
const reason = (code: string) => ({ code, params: {} });
const spot = (sign: string, asset: string) => ({ key: id(sign), assetId: id(asset), bookingId: null });

it('keeps out what is refused wherever it stands, and in a break the one spot that is too many', () => {
  const named = { name: 'Cek DPT', kind: 'audio' as const };
  const material: CartMaterial[] = [
    { state: 'refused', assetId: id('R'), ...named, because: [reason('judge.recalled')] },
    { state: 'making', assetId: id('M'), ...named, because: [reason('cart.notReady')] },
  ];
  const keptOut = keptOutBy(material, [
    { itemId: `${id('D')}:${id('B')}`, key: id('2'), because: reason('judge.capPlays') },
  ]);
  const spots = [spot('1', 'F'), spot('2', 'F'), spot('3', 'R'), spot('4', 'M')];
  expect(spots.map((each) => keptOut(each).map(({ code }) => code))).toEqual([
    [],
    ['judge.capPlays'],
    ['judge.recalled'],
    [],
  ]);
  expect(keptOutOf({ spots }, keptOut).map(({ code }) => code)).toEqual(['judge.capPlays', 'judge.recalled']);
});
