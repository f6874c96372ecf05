import { describe, expect, it } from 'vitest';
import { framesOf, speedAfter } from './speed';

const press = (keys: string) => [...keys].reduce((speed, key) => speedAfter(key, speed), 0);

describe('transport', () => {
  it('doubles up to eight times', () => {
    expect(press('l')).toBe(1);
    expect(press('ll')).toBe(2);
    expect(press('llllll')).toBe(8);
    expect(press('jjjjjj')).toBe(-8);
  });
  it('turns round at normal speed', () => {
    expect(press('lllj')).toBe(-1);
    expect(press('jjl')).toBe(1);
  });
  it('stops with K and with space', () => {
    expect(press('llk')).toBe(0);
    expect(press('l ')).toBe(0);
    expect(press(' ')).toBe(1);
  });
  it('ignores other keys', () => expect(press('lx')).toBe(1));
  it('steps by a frame, with shift by a second', () => {
    expect(framesOf('ArrowRight', false, 25)).toBe(1);
    expect(framesOf('ArrowLeft', true, 29.97)).toBe(-30);
    expect(framesOf('a', false, 25)).toBeNull();
  });
});
