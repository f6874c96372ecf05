/** Issues and revokes the tokens of displays. The token itself is only ever on the page; here is its hash. */
import { Failure } from '../../contract/failure';
import type { Actor } from '../../contract/records/audit';
import type { Display } from '../../contract/records/display';
import type { Clock, Store } from '../store';
import { newSecret, sha256 } from './tokens';

export class TokenDesk {
  /** Display by the hash of its token, made anew after displays moved: it is asked for with every media request. */
  private byHash: Map<string, string> | null = null;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    store.committed.subscribe(({ changes }) => {
      if (changes.some(({ record }) => record === 'display')) this.byHash = null;
    });
  }

  find(token: string): Display | undefined {
    this.byHash ??= this.index();
    const id = this.byHash.get(sha256(token));
    const display = id === undefined ? undefined : this.store.get('display', id);
    return display?.token?.hash === sha256(token) ? display : undefined;
  }

  /** Resolves once the new token is on disk; the page that held the one before is dropped by then. */
  async issue(displayId: string, instanceId: string, actor: Actor): Promise<{ display: Display; token: string }> {
    const token = newSecret();
    const issued = { hash: sha256(token), instanceId, issuedAt: this.clock.now() };
    return { display: await this.set(displayId, 'displays.pair', actor, issued), token };
  }

  revoke(displayId: string, actor: Actor): Promise<Display> {
    return this.set(displayId, 'displays.revoke', actor, null);
  }

  private set(displayId: string, command: string, actor: Actor, token: Display['token']): Promise<Display> {
    return this.store.commit({ command, actor }, (tx) => {
      const display = tx.get('display', displayId);
      if (!display) throw new Failure('notFound', { record: 'display' });
      return tx.put('display', { ...display, token });
    });
  }

  private index(): Map<string, string> {
    const tokens = this.store.all('display').flatMap(({ id, token }): [string, string][] => {
      return token ? [[token.hash, id]] : [];
    });
    return new Map(tokens);
  }
}
