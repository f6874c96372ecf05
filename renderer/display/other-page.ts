/** Two pages in one browser would share one disk and count plays twice: the later one waits. */
const CHANNEL = 'suar-display';
const ANSWER_MS = 150;
const ASK_AGAIN_MS = 10_000;

/** Resolves when this page is the only one; calls `waiting` if it first has to wait. */
export async function solepage(waiting: () => void): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  while (await answered(channel)) {
    waiting();
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (event.data === 'anyone?') channel.postMessage('here');
  };
}

function answered(channel: BroadcastChannel): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ANSWER_MS);
    channel.onmessage = (event: MessageEvent<unknown>) => {
      if (event.data !== 'here') return;
      clearTimeout(timer);
      resolve(true);
    };
    channel.postMessage('anyone?');
  });
}
