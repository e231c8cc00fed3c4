/** The ward office whose day is played on one machine. */
export const sampleWard = '26506';
