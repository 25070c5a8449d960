import { bridge } from './bridge/bridge';
import { calls } from './calls/calls-part';
import { guard } from './guard/guard';
import { kills } from './kills/kills';
import { layers } from './layers/layers';
import { packs } from './packs/packs';
import type { SoakPart } from './part';
import { upgrade } from './upgrade/upgrade';

/** All parts of `npm run test:soak`, by the name that the command line knows. */
export const parts: Record<string, SoakPart> = { bridge, calls, guard, kills, layers, packs, upgrade };
