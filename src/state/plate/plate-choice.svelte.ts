import type { Colouring } from './colourings';

/** What plates were coloured by last: the next run of this visit is shown by the same. */
export class PlateChoice {
  colouring = $state.raw<Colouring>('call');
}
