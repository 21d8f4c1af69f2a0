// Serves the page until Ctrl-C.
import { direct, listen } from "./origin";

await listen(8080);
console.log(`http://127.0.0.1:8080/?${new URLSearchParams(direct)}`);
