/** Path of a browser of the Chromium family: CHROMIUM_PATH, else the first found; undefined when there is none. */
export function findChromium(): string | undefined;
/** For tests: finds a browser, or installs Debian's when we are allowed to; says how to get one otherwise. */
export function prepareChromium(): string | undefined;
