/** Lists of the settings that a person writes, checked while they are written. */
import { z } from 'zod';
import { Name } from '../scalars';

export const Categories = z.array(Name).max(100);
export const ExtraHosts = z.array(z.string().regex(/^[a-z0-9.-]{1,253}$/i)).max(20);
