// Generated from openapi/control by `npm run generate`, with openapi-typescript. Do not edit.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is it alive?
         * @description Answers as long as the process does, whatever its store does.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it serve?
         * @description Asks the store something, and waits two seconds at most for its answer.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What it counts
         * @description Requests, how long they took, how many a rate limit refused, the deliveries that wait, the chat sessions that are
         *     live, and what every Node process tells. No label holds an id, a key or a path.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the clock
         * @description What time it is for the server, and how far that is ahead of the machine's clock.
         */
        get: operations["getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the clock forward
         * @description What falls due on the way is done in its moment: snoozes end, deliveries are tried again. The answer comes when all
         *     of it is done. Time goes forward only; `POST /reset` brings the machine's time back.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the next calls fail
         * @description The next calls of the operation get the answer that the API's contract shows for the status, before the key is looked
         *     at; nothing is executed, and no rate limit counts them. Without an operation, the next calls of any that documents
         *     the status. Failures wait in the order in which they were asked for.
         */
        post: operations["addFailure"];
        /**
         * Let no more calls fail
         * @description Forgets every failure that has not happened yet.
         */
        delete: operations["clearFailures"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sarufi/sessions/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id that creating the session returned.
                 * @example 01HX1A0000SESS10N000000002
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a chat session
         * @description The conversation is `CLOSED`, and its next message is answered 410. An expired session can be closed, too.
         */
        post: operations["closeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sahut/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play the customer
         * @description A message arrives through a channel: it joins the customer's conversation there, or starts one; webhooks are told,
         *     and automation rules apply. Who is not known yet becomes a contact.
         */
        post: operations["receiveMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sahut/conversations/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id.
                 * @example conv_01HX2B9K3M5N7P
                 */
                id: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze a conversation
         * @description It sleeps until that moment of the server's clock, or until its customer writes, and is open again then. A moment
         *     that has passed is over at once.
         */
        post: operations["snoozeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sahut/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries that wait
         * @description What webhooks are still to be told, for the first time or again; the thousand that are due first.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start afresh
         * @description As if the server had just been started on an empty store: the demo data and nothing else, the machine's time, no
         *     failures to come, no request counted against a rate limit. Requests under way are finished before, and those that
         *     come meanwhile wait.
         */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a key on another plan
         * @description From its next request on, the key has the plan's rate limit. The key stands in the body alone; no answer, log or
         *     address shows it.
         */
        put: operations["setKeyPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Advance: {
            /** @description How far to go; a year at most at a time. */
            seconds: number;
        };
        /**
         * @description The API, by the name of its folder.
         * @enum {string}
         */
        ApiName: "sahut" | "sarufi";
        Attachment: {
            url: string;
            content_type: string;
            file_name: string;
        };
        Clock: {
            /**
             * Format: date-time
             * @description ISO 8601, UTC.
             */
            now: string;
            /** @description How far it is ahead of the machine's clock. */
            ahead_seconds: number;
        };
        ClosedSession: {
            session_id: string;
            /** @constant */
            status: "CLOSED";
        };
        Delivery: {
            id: string;
            webhook_id: string;
            /** @description The event's name. */
            event: string;
            /** @description How often it has been tried. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried next.
             */
            due_at: string;
        };
        DeliveryList: {
            /** @description How many wait in all. */
            total: number;
            deliveries: components["schemas"]["Delivery"][];
        };
        Error: {
            /** @description The reason, for people. */
            message: string;
        };
        Failure: {
            api: components["schemas"]["ApiName"];
            /** @description The operation that fails; absent when it is any. */
            operation_id?: string;
            /** @description What it answers. */
            status: number;
            /** @description How many calls fail. */
            times: number;
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        InboundMessage: {
            /** @description The channel that it comes through. */
            channel_id: string;
            /** @description Who writes; a contact by its id, or what the channel knows of somebody. */
            from: {
                /** @description A contact; then nothing else. */
                contact_id?: string;
                phone?: string;
                email?: string;
                name?: string;
            };
            /** @description Its text; empty where it only has files. */
            content: string;
            attachments?: components["schemas"]["Attachment"][];
        };
        KeyPlan: {
            api: components["schemas"]["ApiName"];
            /** @description The key itself, as its holder sends it. */
            key: string;
            /** @description Sahut: `starter`, `pro` or `business`. Sarufi: `standard`, or `strict`, which gets no bursts. */
            plan: string;
        };
        NewFailure: {
            api: components["schemas"]["ApiName"];
            /** @description Which operation fails, by its `operationId` in the API's contract; without it, any. */
            operation_id?: string;
            /**
             * @description What it answers; one of the operation's documented statuses.
             * @default 500
             */
            status?: number;
            /**
             * @description How many calls fail.
             * @default 1
             */
            times?: number;
        };
        Plan: {
            api: components["schemas"]["ApiName"];
            plan: string;
        };
        ReceivedMessage: {
            conversation_id: string;
            message_id: string;
            contact_id: string;
        };
        Snooze: {
            /**
             * Format: date-time
             * @description When it ends, by the server's clock.
             */
            until: string;
        };
        Snoozed: {
            conversation_id: string;
            /** @description One of Sahut's statuses. */
            status: string;
            /**
             * Format: date-time
             * @description Null when it is not snoozed any more.
             */
            snoozed_until: string | null;
        };
    };
    responses: {
        /** @description The request is not valid; the message says where, and what is allowed. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description What time it is for the server. */
        Clock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Clock"];
            };
        };
        /** @description The request is addressed to another name than this machine's own, or comes from another site's page. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A fault of the server; its log says which. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Advance = components['schemas']['Advance'];
export type ApiName = components['schemas']['ApiName'];
export type Attachment = components['schemas']['Attachment'];
export type Clock = components['schemas']['Clock'];
export type ClosedSession = components['schemas']['ClosedSession'];
export type Delivery = components['schemas']['Delivery'];
export type DeliveryList = components['schemas']['DeliveryList'];
export type Error = components['schemas']['Error'];
export type Failure = components['schemas']['Failure'];
export type Health = components['schemas']['Health'];
export type InboundMessage = components['schemas']['InboundMessage'];
export type KeyPlan = components['schemas']['KeyPlan'];
export type NewFailure = components['schemas']['NewFailure'];
export type Plan = components['schemas']['Plan'];
export type ReceivedMessage = components['schemas']['ReceivedMessage'];
export type Snooze = components['schemas']['Snooze'];
export type Snoozed = components['schemas']['Snoozed'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseClock = components['responses']['Clock'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseInternalError = components['responses']['InternalError'];
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
            /** @description The store does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics, in Prometheus' text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Advance"];
            };
        };
        responses: {
            200: components["responses"]["Clock"];
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    addFailure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFailure"];
            };
        };
        responses: {
            /** @description What is going to fail. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    clearFailures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None is left. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    closeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id that creating the session returned.
                 * @example 01HX1A0000SESS10N000000002
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, closed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedSession"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such session. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description The session is closed already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
    receiveMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboundMessage"];
            };
        };
        responses: {
            /** @description What the message has become part of. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such channel. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
    snoozeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation's id.
                 * @example conv_01HX2B9K3M5N7P
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Snooze"];
            };
        };
        responses: {
            /** @description How the conversation stands now; an automation rule may have ended the snooze. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snoozed"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such conversation. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries, in the order in which they are due. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All is as at the start. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["InternalError"];
        };
    };
    setKeyPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyPlan"];
            };
        };
        responses: {
            /** @description The plan that the key has now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            /** @description The API has no such key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            500: components["responses"]["InternalError"];
        };
    };
}
