import { expect, test } from "vitest";
import { wayBack, withoutRemotePictures } from "./pictures.ts";

test("the way back is a picture that nobody has to fetch", () => {
  expect(wayBack).toMatch(/^data:image\/svg\+xml,%3Csvg/);
  expect(decodeURIComponent(wayBack)).toContain(">← All APIs</text></svg>");
});

test.each([
  'src:"https://cdn.redoc.ly/redoc/logo-mini.svg"',
  'src="https://cdn.redocly.com/redoc/logo.png"',
])("%s becomes a picture in the page", (picture) => {
  expect(withoutRemotePictures(`<p>${picture}</p>`)).toMatch(
    /^<p>src[=:]"data:image\/svg\+xml,[^"]*Redocly[^"]*"<\/p>$/,
  );
});

test.each(["https://redocly.com/redoc/", "https://example.com/logo.svg", "data:image/png,x"])(
  "%s stays what it is",
  (text) => expect(withoutRemotePictures(text)).toBe(text),
);
