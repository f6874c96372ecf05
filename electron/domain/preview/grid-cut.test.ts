import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellsOf, wallSize } from './grid-cut';

it('gives each panel its own part, with the gaps left out', () => {
  const grid = { columns: 3, rows: 1, gap: 10 };
  expect(wallSize({ width: 100, height: 50 }, grid)).toEqual({ width: 320, height: 50 });
  expect(cellsOf({ width: 100, height: 50 }, grid).map(({ from }) => from.x)).toEqual([0, 110, 220]);
});

it('fits the wall exactly, whatever its panels are', () => {
  const side = fc.integer({ min: 1, max: 500 });
  const count = fc.integer({ min: 1, max: 8 });
  fc.assert(
    fc.property(side, side, count, count, fc.nat(50), (width, height, columns, rows, gap) => {
      const grid = { columns, rows, gap };
      const cells = cellsOf({ width, height }, grid);
      const wall = wallSize({ width, height }, grid);
      expect(cells).toHaveLength(columns * rows);
      expect(Math.max(...cells.map(({ from }) => from.x + from.width))).toBe(wall.width);
      expect(Math.max(...cells.map(({ from }) => from.y + from.height))).toBe(wall.height);
      const seen = cells.reduce((sum, { from }) => sum + from.width * from.height, 0);
      expect(wall.width * wall.height - seen).toBe(
        gap * (columns - 1) * wall.height + gap * (rows - 1) * wall.width - gap * gap * (columns - 1) * (rows - 1),
      );
    }),
  );
});
