// Serves the page until Ctrl-C.
import { listen } from "./origin";

await listen(8080);
console.log("http://127.0.0.1:8080/");
