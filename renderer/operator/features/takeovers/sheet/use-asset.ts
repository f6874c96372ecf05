import { useQuery } from '@tanstack/react-query';
import type { Asset } from '../../../../../electron/contract/records/asset';
import { orpc } from '../../../../client/client';

/** An asset of the library; undefined while there is none or it is being asked for. */
export function useAsset(id: string | null): Asset | undefined {
  return useQuery({ ...orpc.library.get.queryOptions({ input: { id: id ?? '' } }), enabled: id !== null }).data;
}
