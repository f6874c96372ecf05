/** A typed signal. Rooms emit; transports subscribe; nobody imports the listener. */
export interface Topic<T> {
  emit(event: T): void;
  /** Returns the function that ends the subscription. A listener's fault never reaches the emitter or its siblings. */
  subscribe(listener: (event: T) => void): () => void;
}

export function createTopic<T>(onFault: (fault: unknown) => void = () => {}): Topic<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    emit(event) {
      for (const listener of Array.from(listeners)) {
        try {
          listener(event);
        } catch (fault) {
          onFault(fault);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
