/** What lies over a screen has the keyboard for itself: dialogs, popovers, menus, lists to choose from. */
const OVER = ['dialog', 'alertdialog', 'menu', 'listbox'].map((role) => `[role="${role}"]`).join();

/** Whether anything lies over the screen now; what is only kept for later does not count. */
export const isCovered = (): boolean => [...document.querySelectorAll(OVER)].some((over) => over.checkVisibility());
