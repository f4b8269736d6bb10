#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Before the rest is loaded: what one command has compiled, the next one finds, and begins twice as soon.
enableCompileCache();
const { Programs, preLoved } = await import("@resale/core");
const { runProcess } = await import("./runProcess.ts");

runProcess(Programs.layer(preLoved));
