/** A command of the station with its manners: says when it is done, offers undo, and explains a refusal. */
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { toastDone, toastFault } from '../../ui/toasts';
import { faultText } from '../i18n/say';
import { undoLast } from './undo';

interface Command<I, O> {
  /** The call, such as `client.playlists.update`. */
  run: (input: I) => Promise<O>;
  /** What to say when it is done; without it nothing is said. */
  done?: (output: O, input: I) => string;
  /** Offers to take it back in the same message. */
  undo?: boolean;
  /** Commands of one scope run one after another, in the order given. */
  scope?: string;
  /** Runs first: the change shown before the station has answered. Returns how to put it back. */
  optimistic?: (input: I) => (() => void) | undefined;
  onDone?: (output: O, input: I) => void;
  /** Given when the screen itself shows the fault (a form); otherwise a message does. */
  onFault?: (fault: unknown, input: I) => void;
}

export function useCommand<I = void, O = unknown>(command: Command<I, O>): UseMutationResult<O, Error, I, Shown> {
  return useMutation<O, Error, I, Shown>({
    ...(command.scope ? { scope: { id: command.scope } } : {}),
    mutationFn: (input) => command.run(input),
    onMutate: (input) => ({ putBack: command.optimistic?.(input) }),
    onSuccess: (output, input) => {
      if (command.done) toastDone(command.done(output, input), command.undo ? undoOffer() : undefined);
      command.onDone?.(output, input);
    },
    onError: (fault, input, shown) => {
      shown?.putBack?.();
      if (command.onFault) command.onFault(fault, input);
      else toastFault(faultText(fault));
    },
  });
}

interface Shown {
  putBack: (() => void) | undefined;
}

const undoOffer = () => ({ label: i18next.t('common:undo'), run: () => void undoLast() });
