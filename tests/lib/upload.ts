/** Uploads over tus as a remote browser does, from Node. */
import * as tus from 'tus-js-client';
import type { RunningStation } from './station';

export interface Uploaded {
  assetId: string;
  duplicate: boolean;
}

/** Sends bytes and resolves with the station's answer. No retries: a lost connection rejects. */
export function uploadBytes(station: RunningStation, filename: string, bytes: Buffer): Promise<Uploaded> {
  return new Promise((done, fail) => {
    const answer = { assetId: '', duplicate: false };
    const sending = new tus.Upload(bytes, {
      endpoint: `${station.origin}/uploads`,
      headers: { authorization: `Bearer ${station.token}` },
      metadata: { filename, filetype: '' },
      retryDelays: null,
      onAfterResponse(_request, response) {
        answer.assetId = response.getHeader('Suar-Asset-Id') ?? answer.assetId;
        answer.duplicate ||= response.getHeader('Suar-Duplicate') === 'true';
      },
      onSuccess: () => (answer.assetId ? done(answer) : fail(new Error('no asset id in the answer'))),
      onError: fail,
    });
    sending.start();
  });
}
