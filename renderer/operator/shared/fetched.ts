/** Code that is fetched when it is first needed, and may not be there: the station is away, or was renewed since this page came. */

const KEY = 'suar.reloaded';
/** A page that was loaded anew for want of code and still lacks it is not loaded again so soon, ms. */
const SOON_MS = 60_000;
const ASK_AGAIN_MS = 2000;

/**
 * A failed import is failed for the life of a page: once the station answers again the page is loaded anew, and until then it
 * goes on without that code. Rejects where loading anew has just been tried.
 */
export async function fetched<T>(code: Promise<T>): Promise<T> {
  try {
    return await code;
  } catch (fault) {
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < SOON_MS) throw fault;
    while (!(await stationAnswers())) await new Promise((wait) => setTimeout(wait, ASK_AGAIN_MS));
    sessionStorage.setItem(KEY, String(Date.now()));
    location.reload();
    return new Promise<T>(() => {});
  }
}

const stationAnswers = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
