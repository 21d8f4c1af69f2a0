// Presses the buttons of the page in a headless Chromium.
import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { chromium, type Page } from "playwright-core";
import { direct, listen } from "./origin";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"];

async function ask(page: Page, user: string): Promise<string> {
  await page.fill("#user", user);
  await page.click("#issue button");
  return page.locator("#coupon:not(:empty)").innerText();
}

/** Waits until the page, which watches the campaign, says how many are left. */
async function left(page: Page, text: string): Promise<void> {
  await page.locator("#left", { hasText: text }).waitFor();
}

const server = await listen(0);
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: flags,
});
try {
  for (const protocol of ["connect", "grpc-web"]) {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => console.error(error));
    await page.goto(`${origin}?${new URLSearchParams({ protocol, ...direct })}`);
    await page.click("#create");
    await left(page, "1장 남음");
    const first = await ask(page, "ada");
    assert.match(first, /^1번째: .{10}$/u);
    await left(page, "0장 남음");
    assert.equal(await ask(page, "ada"), first);
    assert.equal(await ask(page, "grace"), "쿠폰이 모두 소진되었습니다.");
    const way = "issue" in direct ? "across origins" : "through its own origin";
    console.log(`${protocol} ${way} in Chromium ${browser.version()}: ${first}; watched until sold out`);
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
