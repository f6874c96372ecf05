/** What axe finds grave on a page. A page gets axe once: to bring it costs as much as to ask. */
import axe from 'axe-core';

const GRAVE = new Set(['serious', 'critical']);

/** The serious and critical violations, each with the places and axe's reason; none is an empty list. */
export async function graveFaults(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source};0`);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => GRAVE.has(impact))
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ target, any }) => [target.join(' '), any[0]?.message]) }));
}
