import { describe, expect, it } from 'vitest';
import { addressOf } from './address';
import { lookOf, PLAIN, searchOf } from './look';

const ID = '01JCKY5TQ00000000000000001';

describe('addresses of views', () => {
  it.each([
    [`/view/prompter/${ID}`, { view: 'prompter', rundownId: ID }],
    [`/view/${ID}/`, { view: null, rundownId: ID }],
    [`/view/nothing/${ID}`, null],
    ['/view/prompter/12', null],
  ])('%s', (path, address) => expect(addressOf(path)).toEqual(address));
});

describe('the look of a view', () => {
  it('is as designed where nothing is said', () => {
    expect(lookOf('')).toEqual(PLAIN);
    expect(searchOf(PLAIN)).toBe('');
  });

  it('comes back from its address', () => {
    const look = lookOf('?scheme=light&size=1.5&mirror=xy&hide=clock,next&lang=en&line=0.4');
    expect(look).toMatchObject({ scheme: 'light', size: 1.5, mirrorX: true, mirrorY: true, line: 0.4, language: 'en' });
    expect(look.hidden).toEqual(['clock', 'next']);
    expect(lookOf(searchOf(look))).toEqual(look);
  });

  it('keeps within what can be read', () => {
    expect(lookOf('?size=99&margin=-1&speed=x')).toMatchObject({ size: 3, margin: 0, speed: PLAIN.speed });
  });
});
