import { expect, it } from "vitest";
import { isPicture } from "../../src/imports/telling.ts";

it.each([
  ["image/png", "receipt"],
  ["image/heic", "IMG_1.HEIC"],
  ["", "Photo.JPG"],
  ["application/octet-stream", "scan.tiff"],
])("a file of type %j called %s is a picture", (type, name) => {
  expect(isPicture({ type, name })).toBe(true);
});

it.each([
  ["text/csv", "png.csv"],
  ["application/x-ofx", "march.ofx"],
  ["", "statement.jpg.xml"],
  ["application/pdf", "statement.pdf"],
])("a file of type %j called %s is none", (type, name) => {
  expect(isPicture({ type, name })).toBe(false);
});
