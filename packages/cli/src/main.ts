#!/usr/bin/env node
import { Programs, preLoved } from "@resale/core";
import { runProcess } from "./runProcess.ts";

runProcess(Programs.layer(preLoved));
