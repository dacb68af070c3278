/** A colour that can be read on white and on black: these pictures do not know which ground they are on. */
const onAnyGround = "#5b7bb0";

/** A line of text as a picture that is in the page itself. */
function wordmark(text: string, size: number, width: number): string {
  const height = Math.round(size * 1.5);
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text y="${Math.round(size * 1.1)}" font-family="system-ui, sans-serif" font-size="${size}" fill="${onAnyGround}">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(image)}`;
}

/** What leads from a reference back to the landing page; Redoc shows it above its search. */
export const wayBack = wordmark("← All APIs", 15, 90);

/**
 * The page with Redocly's wordmark in it. Redoc names its maker in a corner, with a picture that it would fetch from
 * there.
 */
export function withoutRemotePictures(page: string): string {
  return page.replaceAll(
    /https:\/\/cdn\.redoc(?:\.ly|ly\.com)\/[\w./-]+\.(?:svg|png)/g,
    wordmark("Redocly", 10, 38),
  );
}
