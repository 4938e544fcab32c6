import { client } from "../api/client";
import { start } from "../app/start";
import { answering } from "./answers";
import { Banner } from "./Banner";
import { packed } from "./data";
import { fileSite } from "./router";

const file = packed();
const { about, leftOut } = file.data;
client.use(answering(file.data));
start(fileSite(), { about, leftOut, banner: <Banner file={file} /> });
