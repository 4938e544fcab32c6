import { router } from "./app/router";
import { start } from "./app/start";

start(router);
