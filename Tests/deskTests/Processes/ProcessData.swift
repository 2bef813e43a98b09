import APIClient
import Forms
import Models

@testable import desk

/// What the scripted central system says of a process.
enum ProcessData {
    static let path = "/v1/processes/khai-sinh/versions"

    static func step(
        _ code: String, _ name: String, _ kind: String, _ status: Int, role: String? = "review",
        clock: String = "run"
    ) -> ProcessOutline.Step {
        ProcessOutline.Step(
            code: code, name: name, kind: kind, status: status, role: role,
            time: kind == "terminal" ? nil : ServiceTime(amount: 2, unit: .workingHour), clock: clock)
    }

    static func way(_ from: String, _ action: String, _ to: String, needs: [String]? = nil)
        -> ProcessOutline.Transition
    {
        ProcessOutline.Transition(from: from, action: action, to: to, needs: needs)
    }

    static func outline(_ version: Int = 1, state: String = "active", name: String = "Đăng ký khai sinh")
        -> ProcessOutline
    {
        ProcessOutline(
            id: "khai-sinh", version: version, procedure: "1.001193", name: name, state: state,
            effectiveFrom: BindingData.day, statutory: ServiceTime(amount: 3, unit: .workingDay),
            entry: "moi", supplementDays: 30,
            steps: [
                step("moi", "Mới đăng ký", "intake", 1, role: "reception", clock: "stop"),
                step("tham_dinh", "Thẩm định", "review", 4),
                step("cho_bo_sung", "Chờ bổ sung", "wait_citizen", 5, role: "reception", clock: "pause"),
                step("ky", "Lãnh đạo ký", "sign", 4, role: "approval"),
                step("tra", "Trả kết quả", "deliver", 9, role: "reception", clock: "stop"),
                step("xong", "Đã trả kết quả", "terminal", 10, role: nil, clock: "stop"),
                step("tu_choi", "Không được tiếp nhận", "terminal", 3, role: nil, clock: "stop"),
            ],
            transitions: [
                way("moi", "receive", "tham_dinh"), way("moi", "refuse", "tu_choi", needs: ["note"]),
                way("tham_dinh", "request_supplement", "cho_bo_sung", needs: ["note", "missing"]),
                way("cho_bo_sung", "supplement_in", "tham_dinh"), way("tham_dinh", "forward", "ky"),
                way("ky", "send_back", "tham_dinh", needs: ["note"]), way("ky", "sign", "tra"),
                way("tra", "deliver", "xong"),
            ])
    }

    /// The next version: the signature is done in one step less.
    static var draft: ProcessOutline {
        var draft = outline(2, state: "draft")
        draft.statutory = ServiceTime(amount: 2, unit: .workingDay)
        draft.steps[1].role = "approval"
        draft.steps.removeAll { $0.code == "ky" }
        draft.transitions.removeAll { $0.from == "ky" || $0.to == "ky" }
        draft.transitions.append(way("tham_dinh", "sign", "tra"))
        return draft
    }

    static func summary(_ process: ProcessOutline) -> ProcessSummary {
        ProcessSummary(
            id: process.id, version: process.version, procedure: process.procedure, name: process.name,
            state: process.state, effectiveFrom: process.effectiveFrom)
    }

    static func answer(on transport: ScriptedTransport, findings: [InputProblem] = []) {
        let headers = [Header("ETag", "\"3\"")]
        transport.on(
            .get, "/v1/processes",
            .answer(
                json: FixtureData.json(Page(items: [summary(outline()), summary(draft)], nextCursor: nil))))
        transport.on(.get, path + "/1", .answer(json: FixtureData.json(outline()), headers: headers))
        transport.on(.get, path + "/2", .answer(json: FixtureData.json(draft), headers: headers))
        transport.on(
            .post, path + "/2:lint", .answer(json: FixtureData.json(ProcessFindings(items: findings))))
    }
}
