/**
 * Files handed to Suar from outside its page: "open with", a drop on its icon, the menu. They wait here until the console
 * fetches them, since only it knows who is signed in and can say what became of each.
 */

export interface Handover {
  add(paths: readonly string[]): void;
  /** Everything that waits; it waits no longer. */
  take(): string[];
}

/** What `library.adopt` takes at once. */
const MOST = 1000;

export function createHandover(waiting: () => void): Handover {
  let paths: string[] = [];
  return {
    add(more) {
      if (more.length === 0) return;
      paths = [...new Set([...paths, ...more])];
      waiting();
    },
    take() {
      const taken = paths.slice(0, MOST);
      paths = paths.slice(MOST);
      return taken;
    },
  };
}
