// Generated from openapi/sarufi by `npm run generate`, with ajv. Do not edit.

import * as formats from "ajv-formats/dist/formats.js";
import * as ucs2length from "ajv/dist/runtime/ucs2length.js";

// Parameters arrive as texts: they become the types that the contract names, defaults are added.
const parameters = {};
((exports) => {
exports["createChatSession.path"] = validate1;
const schema1 = {"type":"object","required":["chatbot_id"],"properties":{"chatbot_id":{"type":"string"}}};

function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate1.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.chatbot_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "chatbot_id"},message:"must have required property '"+"chatbot_id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.chatbot_id !== undefined){
let data0 = data.chatbot_id;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(dataType0 == 'object' && Array.isArray(data0) && data0.length == 1){
data0 = data0[0];
dataType0 = typeof data0;
if(typeof data0 === "string"){
coerced0 = data0;
}
}
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
const err1 = {instancePath:instancePath+"/chatbot_id",schemaPath:"#/properties/chatbot_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["chatbot_id"] = coerced0;
}
}
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}
validate1.evaluated = {"props":{"chatbot_id":true},"dynamicProps":false,"dynamicItems":false};

exports.none = validate2;
const schema2 = {"type":"object"};

function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate2.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate2.errors = vErrors;
return errors === 0;
}
validate2.evaluated = {"dynamicProps":false,"dynamicItems":false};

exports["sendChatMessage.path"] = validate3;
const schema3 = {"type":"object","required":["chatbot_id","session_id"],"properties":{"chatbot_id":{"type":"string"},"session_id":{"type":"string"}}};

function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate3.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.chatbot_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "chatbot_id"},message:"must have required property '"+"chatbot_id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.session_id === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "session_id"},message:"must have required property '"+"session_id"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.chatbot_id !== undefined){
let data0 = data.chatbot_id;
if(typeof data0 !== "string"){
let dataType0 = typeof data0;
let coerced0 = undefined;
if(dataType0 == 'object' && Array.isArray(data0) && data0.length == 1){
data0 = data0[0];
dataType0 = typeof data0;
if(typeof data0 === "string"){
coerced0 = data0;
}
}
if(!(coerced0 !== undefined)){
if(dataType0 == "number" || dataType0 == "boolean"){
coerced0 = "" + data0;
}
else if(data0 === null){
coerced0 = "";
}
else {
const err2 = {instancePath:instancePath+"/chatbot_id",schemaPath:"#/properties/chatbot_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(coerced0 !== undefined){
data0 = coerced0;
if(data !== undefined){
data["chatbot_id"] = coerced0;
}
}
}
}
if(data.session_id !== undefined){
let data1 = data.session_id;
if(typeof data1 !== "string"){
let dataType1 = typeof data1;
let coerced1 = undefined;
if(dataType1 == 'object' && Array.isArray(data1) && data1.length == 1){
data1 = data1[0];
dataType1 = typeof data1;
if(typeof data1 === "string"){
coerced1 = data1;
}
}
if(!(coerced1 !== undefined)){
if(dataType1 == "number" || dataType1 == "boolean"){
coerced1 = "" + data1;
}
else if(data1 === null){
coerced1 = "";
}
else {
const err3 = {instancePath:instancePath+"/session_id",schemaPath:"#/properties/session_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(coerced1 !== undefined){
data1 = coerced1;
if(data !== undefined){
data["session_id"] = coerced1;
}
}
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate3.errors = vErrors;
return errors === 0;
}
validate3.evaluated = {"props":{"chatbot_id":true,"session_id":true},"dynamicProps":false,"dynamicItems":false};
})(parameters);

// Bodies are judged as they are.
const bodies = {};
((exports) => {
exports["#/components/schemas/ChatSession"] = validate1;
const schema1 = {"type":"object","required":["session_id","channel","created_at","messages"],"properties":{"session_id":{"type":"string","examples":["01JPQ..."]},"channel":{"const":"api","description":"Chats through this API are apart from those on any other channel."},"created_at":{"$ref":"#/components/schemas/Timestamp"},"messages":{"type":"array","description":"The bot's greeting.","items":{"$ref":"#/components/schemas/GenericMessage"}}}};
const schema2 = {"type":"string","format":"date-time","description":"ISO 8601, UTC.","examples":["2026-04-02T12:00:00Z"]};
const formats0 = formats.fullFormats["date-time"];
const schema3 = {"description":"One message of the bot; `type` says which other members it has.","type":"object","oneOf":[{"$ref":"#/components/schemas/TextMessage"},{"$ref":"#/components/schemas/ButtonsMessage"},{"$ref":"#/components/schemas/ListMessage"},{"$ref":"#/components/schemas/ImageMessage"},{"$ref":"#/components/schemas/DocumentMessage"},{"$ref":"#/components/schemas/VideoMessage"},{"$ref":"#/components/schemas/AudioMessage"}],"discriminator":{"propertyName":"type"}};
const schema4 = {"type":"object","required":["type","text"],"properties":{"type":{"const":"text"},"text":{"type":"string"}}};
const schema5 = {"type":"object","required":["type","text","buttons"],"properties":{"type":{"const":"buttons"},"text":{"type":"string"},"buttons":{"type":"array","items":{"type":"object","required":["id","title"],"properties":{"id":{"type":"string","description":"What goes into `button_id` when the user picks it."},"title":{"type":"string"}}}}}};
const schema6 = {"type":"object","required":["type","text","button_text","sections"],"properties":{"type":{"const":"list"},"text":{"type":"string"},"button_text":{"type":"string","description":"The label that opens the list."},"sections":{"type":"array","items":{"type":"object","required":["title","rows"],"properties":{"title":{"type":"string","x-level":"should"},"rows":{"type":"array","items":{"type":"object","required":["id","title"],"properties":{"id":{"type":"string","description":"What goes into `button_id` when the user picks it."},"title":{"type":"string"},"description":{"type":["string","null"]}}}}}}}}};
const schema7 = {"type":"object","required":["type","media_url"],"properties":{"type":{"const":"image"},"media_url":{"type":"string"},"media_caption":{"type":["string","null"]}}};
const schema8 = {"type":"object","required":["type","media_url"],"properties":{"type":{"const":"document"},"media_url":{"type":"string"},"media_filename":{"type":["string","null"]},"media_caption":{"type":["string","null"]}}};
const schema9 = {"type":"object","required":["type","media_url"],"properties":{"type":{"const":"video"},"media_url":{"type":"string"},"media_caption":{"type":["string","null"]}}};
const schema10 = {"type":"object","required":["type","media_url"],"properties":{"type":{"const":"audio"},"media_url":{"type":"string"}}};

function validate2(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate2.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
const tag0 = data.type;
if(typeof tag0 == "string"){
if(tag0 === "text"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err0 = {instancePath,schemaPath:"#/components/schemas/TextMessage/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.text === undefined){
const err1 = {instancePath,schemaPath:"#/components/schemas/TextMessage/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.type !== undefined){
if("text" !== data.type){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/TextMessage/properties/type/const",keyword:"const",params:{allowedValue: "text"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.text !== undefined){
if(typeof data.text !== "string"){
const err3 = {instancePath:instancePath+"/text",schemaPath:"#/components/schemas/TextMessage/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/components/schemas/TextMessage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var props0 = {};
props0.type = true;
props0.text = true;
}
else if(tag0 === "buttons"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err5 = {instancePath,schemaPath:"#/components/schemas/ButtonsMessage/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data.text === undefined){
const err6 = {instancePath,schemaPath:"#/components/schemas/ButtonsMessage/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data.buttons === undefined){
const err7 = {instancePath,schemaPath:"#/components/schemas/ButtonsMessage/required",keyword:"required",params:{missingProperty: "buttons"},message:"must have required property '"+"buttons"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data.type !== undefined){
if("buttons" !== data.type){
const err8 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/ButtonsMessage/properties/type/const",keyword:"const",params:{allowedValue: "buttons"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.text !== undefined){
if(typeof data.text !== "string"){
const err9 = {instancePath:instancePath+"/text",schemaPath:"#/components/schemas/ButtonsMessage/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.buttons !== undefined){
let data4 = data.buttons;
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(data5.id === undefined){
const err10 = {instancePath:instancePath+"/buttons/" + i0,schemaPath:"#/components/schemas/ButtonsMessage/properties/buttons/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data5.title === undefined){
const err11 = {instancePath:instancePath+"/buttons/" + i0,schemaPath:"#/components/schemas/ButtonsMessage/properties/buttons/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5.id !== undefined){
if(typeof data5.id !== "string"){
const err12 = {instancePath:instancePath+"/buttons/" + i0+"/id",schemaPath:"#/components/schemas/ButtonsMessage/properties/buttons/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data5.title !== undefined){
if(typeof data5.title !== "string"){
const err13 = {instancePath:instancePath+"/buttons/" + i0+"/title",schemaPath:"#/components/schemas/ButtonsMessage/properties/buttons/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/buttons/" + i0,schemaPath:"#/components/schemas/ButtonsMessage/properties/buttons/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/buttons",schemaPath:"#/components/schemas/ButtonsMessage/properties/buttons/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/components/schemas/ButtonsMessage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.type = true;
props0.text = true;
props0.buttons = true;
}
}
else if(tag0 === "list"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err17 = {instancePath,schemaPath:"#/components/schemas/ListMessage/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data.text === undefined){
const err18 = {instancePath,schemaPath:"#/components/schemas/ListMessage/required",keyword:"required",params:{missingProperty: "text"},message:"must have required property '"+"text"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data.button_text === undefined){
const err19 = {instancePath,schemaPath:"#/components/schemas/ListMessage/required",keyword:"required",params:{missingProperty: "button_text"},message:"must have required property '"+"button_text"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data.sections === undefined){
const err20 = {instancePath,schemaPath:"#/components/schemas/ListMessage/required",keyword:"required",params:{missingProperty: "sections"},message:"must have required property '"+"sections"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data.type !== undefined){
if("list" !== data.type){
const err21 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/ListMessage/properties/type/const",keyword:"const",params:{allowedValue: "list"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.text !== undefined){
if(typeof data.text !== "string"){
const err22 = {instancePath:instancePath+"/text",schemaPath:"#/components/schemas/ListMessage/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.button_text !== undefined){
if(typeof data.button_text !== "string"){
const err23 = {instancePath:instancePath+"/button_text",schemaPath:"#/components/schemas/ListMessage/properties/button_text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.sections !== undefined){
let data11 = data.sections;
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.title === undefined){
const err24 = {instancePath:instancePath+"/sections/" + i1,schemaPath:"#/components/schemas/ListMessage/properties/sections/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data12.rows === undefined){
const err25 = {instancePath:instancePath+"/sections/" + i1,schemaPath:"#/components/schemas/ListMessage/properties/sections/items/required",keyword:"required",params:{missingProperty: "rows"},message:"must have required property '"+"rows"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data12.title !== undefined){
if(typeof data12.title !== "string"){
const err26 = {instancePath:instancePath+"/sections/" + i1+"/title",schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data12.rows !== undefined){
let data14 = data12.rows;
if(Array.isArray(data14)){
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.id === undefined){
const err27 = {instancePath:instancePath+"/sections/" + i1+"/rows/" + i2,schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/rows/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data15.title === undefined){
const err28 = {instancePath:instancePath+"/sections/" + i1+"/rows/" + i2,schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/rows/items/required",keyword:"required",params:{missingProperty: "title"},message:"must have required property '"+"title"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data15.id !== undefined){
if(typeof data15.id !== "string"){
const err29 = {instancePath:instancePath+"/sections/" + i1+"/rows/" + i2+"/id",schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/rows/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data15.title !== undefined){
if(typeof data15.title !== "string"){
const err30 = {instancePath:instancePath+"/sections/" + i1+"/rows/" + i2+"/title",schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/rows/items/properties/title/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data15.description !== undefined){
let data18 = data15.description;
if((typeof data18 !== "string") && (data18 !== null)){
const err31 = {instancePath:instancePath+"/sections/" + i1+"/rows/" + i2+"/description",schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/rows/items/properties/description/type",keyword:"type",params:{type: schema6.properties.sections.items.properties.rows.items.properties.description.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/sections/" + i1+"/rows/" + i2,schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/rows/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/sections/" + i1+"/rows",schemaPath:"#/components/schemas/ListMessage/properties/sections/items/properties/rows/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
else {
const err34 = {instancePath:instancePath+"/sections/" + i1,schemaPath:"#/components/schemas/ListMessage/properties/sections/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/sections",schemaPath:"#/components/schemas/ListMessage/properties/sections/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/components/schemas/ListMessage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.type = true;
props0.text = true;
props0.button_text = true;
props0.sections = true;
}
}
else if(tag0 === "image"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err37 = {instancePath,schemaPath:"#/components/schemas/ImageMessage/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(data.media_url === undefined){
const err38 = {instancePath,schemaPath:"#/components/schemas/ImageMessage/required",keyword:"required",params:{missingProperty: "media_url"},message:"must have required property '"+"media_url"+"'"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data.type !== undefined){
if("image" !== data.type){
const err39 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/ImageMessage/properties/type/const",keyword:"const",params:{allowedValue: "image"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data.media_url !== undefined){
if(typeof data.media_url !== "string"){
const err40 = {instancePath:instancePath+"/media_url",schemaPath:"#/components/schemas/ImageMessage/properties/media_url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.media_caption !== undefined){
let data21 = data.media_caption;
if((typeof data21 !== "string") && (data21 !== null)){
const err41 = {instancePath:instancePath+"/media_caption",schemaPath:"#/components/schemas/ImageMessage/properties/media_caption/type",keyword:"type",params:{type: schema7.properties.media_caption.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath,schemaPath:"#/components/schemas/ImageMessage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.type = true;
props0.media_url = true;
props0.media_caption = true;
}
}
else if(tag0 === "document"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err43 = {instancePath,schemaPath:"#/components/schemas/DocumentMessage/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data.media_url === undefined){
const err44 = {instancePath,schemaPath:"#/components/schemas/DocumentMessage/required",keyword:"required",params:{missingProperty: "media_url"},message:"must have required property '"+"media_url"+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
if(data.type !== undefined){
if("document" !== data.type){
const err45 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/DocumentMessage/properties/type/const",keyword:"const",params:{allowedValue: "document"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.media_url !== undefined){
if(typeof data.media_url !== "string"){
const err46 = {instancePath:instancePath+"/media_url",schemaPath:"#/components/schemas/DocumentMessage/properties/media_url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.media_filename !== undefined){
let data24 = data.media_filename;
if((typeof data24 !== "string") && (data24 !== null)){
const err47 = {instancePath:instancePath+"/media_filename",schemaPath:"#/components/schemas/DocumentMessage/properties/media_filename/type",keyword:"type",params:{type: schema8.properties.media_filename.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.media_caption !== undefined){
let data25 = data.media_caption;
if((typeof data25 !== "string") && (data25 !== null)){
const err48 = {instancePath:instancePath+"/media_caption",schemaPath:"#/components/schemas/DocumentMessage/properties/media_caption/type",keyword:"type",params:{type: schema8.properties.media_caption.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath,schemaPath:"#/components/schemas/DocumentMessage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.type = true;
props0.media_url = true;
props0.media_filename = true;
props0.media_caption = true;
}
}
else if(tag0 === "video"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err50 = {instancePath,schemaPath:"#/components/schemas/VideoMessage/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(data.media_url === undefined){
const err51 = {instancePath,schemaPath:"#/components/schemas/VideoMessage/required",keyword:"required",params:{missingProperty: "media_url"},message:"must have required property '"+"media_url"+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(data.type !== undefined){
if("video" !== data.type){
const err52 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/VideoMessage/properties/type/const",keyword:"const",params:{allowedValue: "video"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.media_url !== undefined){
if(typeof data.media_url !== "string"){
const err53 = {instancePath:instancePath+"/media_url",schemaPath:"#/components/schemas/VideoMessage/properties/media_url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data.media_caption !== undefined){
let data28 = data.media_caption;
if((typeof data28 !== "string") && (data28 !== null)){
const err54 = {instancePath:instancePath+"/media_caption",schemaPath:"#/components/schemas/VideoMessage/properties/media_caption/type",keyword:"type",params:{type: schema9.properties.media_caption.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
else {
const err55 = {instancePath,schemaPath:"#/components/schemas/VideoMessage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.type = true;
props0.media_url = true;
props0.media_caption = true;
}
}
else if(tag0 === "audio"){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
const err56 = {instancePath,schemaPath:"#/components/schemas/AudioMessage/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if(data.media_url === undefined){
const err57 = {instancePath,schemaPath:"#/components/schemas/AudioMessage/required",keyword:"required",params:{missingProperty: "media_url"},message:"must have required property '"+"media_url"+"'"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data.type !== undefined){
if("audio" !== data.type){
const err58 = {instancePath:instancePath+"/type",schemaPath:"#/components/schemas/AudioMessage/properties/type/const",keyword:"const",params:{allowedValue: "audio"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data.media_url !== undefined){
if(typeof data.media_url !== "string"){
const err59 = {instancePath:instancePath+"/media_url",schemaPath:"#/components/schemas/AudioMessage/properties/media_url/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath,schemaPath:"#/components/schemas/AudioMessage/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.type = true;
props0.media_url = true;
}
}
else {
const err61 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "mapping", tag: "type", tagValue: tag0},message:"value of tag \"type\" must be in oneOf"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
else {
const err62 = {instancePath,schemaPath:"#/discriminator",keyword:"discriminator",params:{error: "tag", tag: "type", tagValue: tag0},message:"tag \"type\" must be string"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
else {
const err63 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
validate2.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate2.evaluated = {"dynamicProps":true,"dynamicItems":false};


function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate1.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.session_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "session_id"},message:"must have required property '"+"session_id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.channel === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "channel"},message:"must have required property '"+"channel"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.created_at === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "created_at"},message:"must have required property '"+"created_at"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.messages === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "messages"},message:"must have required property '"+"messages"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.session_id !== undefined){
if(typeof data.session_id !== "string"){
const err4 = {instancePath:instancePath+"/session_id",schemaPath:"#/properties/session_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.channel !== undefined){
if("api" !== data.channel){
const err5 = {instancePath:instancePath+"/channel",schemaPath:"#/properties/channel/const",keyword:"const",params:{allowedValue: "api"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.created_at !== undefined){
let data2 = data.created_at;
if(typeof data2 === "string"){
if(!(formats0.validate(data2))){
const err6 = {instancePath:instancePath+"/created_at",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/created_at",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.messages !== undefined){
let data3 = data.messages;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(!(validate2(data3[i0], {instancePath:instancePath+"/messages/" + i0,parentData:data3,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}
validate1.evaluated = {"props":{"session_id":true,"channel":true,"created_at":true,"messages":true},"dynamicProps":false,"dynamicItems":false};

exports["#/components/schemas/Refusal"] = validate4;
const schema11 = {"type":"object","description":"A request that was refused for its content. The documentation shows `detail` as a text and does not say\nthat it is never a list of problems.\n","required":["detail"],"properties":{"detail":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"object"}}]}}};

function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate4.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.detail === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "detail"},message:"must have required property '"+"detail"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.detail !== undefined){
let data0 = data.detail;
const _errs2 = errors;
let valid1 = false;
let passing0 = null;
const _errs3 = errors;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs3 === errors;
if(_valid0){
valid1 = true;
passing0 = 0;
}
const _errs5 = errors;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
const err2 = {instancePath:instancePath+"/detail/" + i0,schemaPath:"#/properties/detail/oneOf/1/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/oneOf/1/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid1){
valid1 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid1 = true;
passing0 = 1;
}
}
if(!valid1){
const err4 = {instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs2;
if(vErrors !== null){
if(_errs2){
vErrors.length = _errs2;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate4.errors = vErrors;
return errors === 0;
}
validate4.evaluated = {"props":{"detail":true},"dynamicProps":false,"dynamicItems":false};

exports["#/components/schemas/Error"] = validate5;
const schema12 = {"type":"object","required":["detail"],"properties":{"detail":{"type":"string","description":"The reason, for people."}}};

function validate5(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate5.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.detail === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "detail"},message:"must have required property '"+"detail"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.detail !== undefined){
if(typeof data.detail !== "string"){
const err1 = {instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate5.errors = vErrors;
return errors === 0;
}
validate5.evaluated = {"props":{"detail":true},"dynamicProps":false,"dynamicItems":false};

exports["#/components/schemas/UserMessage"] = validate6;
const schema13 = {"type":"object","required":["message"],"properties":{"message":{"type":"string","maxLength":4096,"description":"What the user says."},"message_type":{"type":"string","enum":["text","button"],"default":"text","description":"Counts as `button` whenever `button_id` is set."},"button_id":{"type":["string","null"],"description":"The id of the button or list row that the user picked."}}};
const func0 = (ucs2length.default.default ?? ucs2length.default);

function validate6(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate6.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.message === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "message"},message:"must have required property '"+"message"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.message !== undefined){
let data0 = data.message;
if(typeof data0 === "string"){
if(func0(data0) > 4096){
const err1 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/maxLength",keyword:"maxLength",params:{limit: 4096},message:"must NOT have more than 4096 characters"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.message_type !== undefined){
let data1 = data.message_type;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/message_type",schemaPath:"#/properties/message_type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((data1 === "text") || (data1 === "button"))){
const err4 = {instancePath:instancePath+"/message_type",schemaPath:"#/properties/message_type/enum",keyword:"enum",params:{allowedValues: schema13.properties.message_type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.button_id !== undefined){
let data2 = data.button_id;
if((typeof data2 !== "string") && (data2 !== null)){
const err5 = {instancePath:instancePath+"/button_id",schemaPath:"#/properties/button_id/type",keyword:"type",params:{type: schema13.properties.button_id.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate6.errors = vErrors;
return errors === 0;
}
validate6.evaluated = {"props":{"message":true,"message_type":true,"button_id":true},"dynamicProps":false,"dynamicItems":false};

exports["#/components/schemas/BotReply"] = validate7;
const schema14 = {"type":"object","required":["session_id","messages","messages_count","current_state","timestamp"],"properties":{"session_id":{"type":"string","examples":["01JPQ..."]},"messages":{"type":"array","description":"What the bot says.","items":{"$ref":"#/components/schemas/GenericMessage"}},"messages_count":{"type":"integer","minimum":0,"examples":[2]},"current_state":{"type":["string","null"],"description":"The name of the flow's state after this message.","examples":["faq_menu"]},"timestamp":{"$ref":"#/components/schemas/Timestamp"}}};

function validate7(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate7.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.session_id === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "session_id"},message:"must have required property '"+"session_id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.messages === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "messages"},message:"must have required property '"+"messages"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.messages_count === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "messages_count"},message:"must have required property '"+"messages_count"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.current_state === undefined){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "current_state"},message:"must have required property '"+"current_state"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data.timestamp === undefined){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "timestamp"},message:"must have required property '"+"timestamp"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data.session_id !== undefined){
if(typeof data.session_id !== "string"){
const err5 = {instancePath:instancePath+"/session_id",schemaPath:"#/properties/session_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.messages !== undefined){
let data1 = data.messages;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate2(data1[i0], {instancePath:instancePath+"/messages/" + i0,parentData:data1,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/messages",schemaPath:"#/properties/messages/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.messages_count !== undefined){
let data3 = data.messages_count;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err7 = {instancePath:instancePath+"/messages_count",schemaPath:"#/properties/messages_count/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 0 || isNaN(data3)){
const err8 = {instancePath:instancePath+"/messages_count",schemaPath:"#/properties/messages_count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.current_state !== undefined){
let data4 = data.current_state;
if((typeof data4 !== "string") && (data4 !== null)){
const err9 = {instancePath:instancePath+"/current_state",schemaPath:"#/properties/current_state/type",keyword:"type",params:{type: schema14.properties.current_state.type},message:"must be string,null"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.timestamp !== undefined){
let data5 = data.timestamp;
if(typeof data5 === "string"){
if(!(formats0.validate(data5))){
const err10 = {instancePath:instancePath+"/timestamp",schemaPath:"#/components/schemas/Timestamp/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/timestamp",schemaPath:"#/components/schemas/Timestamp/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate7.errors = vErrors;
return errors === 0;
}
validate7.evaluated = {"props":{"session_id":true,"messages":true,"messages_count":true,"current_state":true,"timestamp":true},"dynamicProps":false,"dynamicItems":false};
})(bodies);

export const validators = {
  "createChatSession": {
    path: parameters["createChatSession.path"],
    query: parameters["none"],
    responses: {
      "201": bodies["#/components/schemas/ChatSession"],
      "400": bodies["#/components/schemas/Refusal"],
      "401": bodies["#/components/schemas/Error"],
      "403": bodies["#/components/schemas/Error"],
      "404": bodies["#/components/schemas/Error"],
      "422": bodies["#/components/schemas/Refusal"],
      "429": bodies["#/components/schemas/Error"],
      "500": bodies["#/components/schemas/Error"],
    },
  },
  "sendChatMessage": {
    path: parameters["sendChatMessage.path"],
    query: parameters["none"],
    body: bodies["#/components/schemas/UserMessage"],
    responses: {
      "200": bodies["#/components/schemas/BotReply"],
      "400": bodies["#/components/schemas/Refusal"],
      "401": bodies["#/components/schemas/Error"],
      "403": bodies["#/components/schemas/Error"],
      "404": bodies["#/components/schemas/Error"],
      "410": bodies["#/components/schemas/Error"],
      "422": bodies["#/components/schemas/Refusal"],
      "429": bodies["#/components/schemas/Error"],
      "500": bodies["#/components/schemas/Error"],
    },
  },
};
