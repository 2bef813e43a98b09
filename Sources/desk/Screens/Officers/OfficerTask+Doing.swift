import APIClient
import Forms
import Models

extension OfficerTask {
    /// Does it, once, under its key.
    func perform(
        _ answers: Answers, _ desk: Desk, key: Models.ID, owner: SignedIn?
    ) async -> Result<Value, SubmitFailure> {
        let title = Strings.OfficerTasks.actTitle(self)
        let draft = owner.map { place($0.me.officer.id).id }
        func text(_ id: String) -> String? { answers.text(id).flatMap { $0.isEmpty ? nil : $0 } }
        func day(_ id: String) -> LocalDate? { text(id).flatMap { LocalDate(iso: $0) } }
        let gaps: Bool? = answers[ID.allowGaps] == .flag(true) ? true : nil
        let reason = text(ID.reason) ?? ""
        var roles: [String] = []
        if case .choices(let chosen)? = answers[ID.roles] { roles = chosen }
        switch self {
        case .create:
            let request = OfficerCreate(
                name: text(ID.name) ?? "", position: text(ID.position) ?? "", unit: text(ID.unit) ?? "",
                account: text(ID.account), identityNumber: text(ID.identity) ?? "", vneid: text(ID.vneid),
                effectiveFrom: day(ID.from), effectiveTo: day(ID.to), roles: roles)
            return await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                try await acts.create(officer: request, key: key, title: title, draft: draft)
            }.map { .officer($0.value) }
        case .change(let officer):
            let patch = Self.patch(officer, answers)
            return await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                try await acts.change(
                    officer: officer.id, patch, revision: officer.revision, key: key, title: title,
                    draft: draft)
            }.map { .officer($0.value) }
        case .act(let verb, let officer):
            return await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                try await acts.act(
                    onOfficer: officer.id, verb, OfficerActRequest(reason: reason, allowGaps: gaps),
                    revision: officer.revision, key: key, title: title, draft: draft)
            }.map { .officer($0.value) }
        case .transfer(let officer):
            let position = text(ID.position)
            let request = OfficerTransfer(
                unit: text(ID.unit) ?? "", position: position == officer.position ? nil : position,
                roles: roles, reason: reason, allowGaps: gaps)
            return await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                try await acts.transfer(
                    officer: officer.id, request, revision: officer.revision, key: key, title: title,
                    draft: draft)
            }.map { .officer($0.value) }
        case .assign(let officer):
            let request = AssignmentRequest(
                officer: officer.id, unit: text(ID.unit) ?? "", role: text(ID.role) ?? "",
                effectiveFrom: day(ID.from), effectiveTo: day(ID.to), reason: text(ID.reason))
            return await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                try await acts.assign(request, key: key, title: title, draft: draft)
            }.map { .officer($0.value) }
        case .unassign:
            let id = text(ID.held) ?? ""
            return await Self.settled(
                desk.ask { client throws(APIError) in
                    try await client.endAssignment(id, allowGaps: gaps ?? false)
                }
            ).map { .officer($0) }
        case .bind(let officer):
            let (procedure, unit, to) = (text(ID.procedure) ?? "", text(ID.unit) ?? "", day(ID.to))
            return await Self.settled(
                desk.ask { client throws(APIError) in
                    try await client.bind(officer, to: procedure, in: unit, until: to)
                }
            ).map { .bound($0) }
        case .reject(let change):
            return await desk.carryOut(key, owner: owner) { acts throws(ActError) in
                try await acts.reject(
                    change: change.id, reason: reason, key: key, title: title, draft: draft)
            }.map { .change($0.value) }
        }
    }

    /// Only what was changed.
    private static func patch(_ officer: OfficerRecord, _ answers: Answers) -> OfficerPatch {
        func text(_ id: String) -> String? { answers.text(id).flatMap { $0.isEmpty ? nil : $0 } }
        func changed(_ id: String, from former: String) -> String? {
            text(id).flatMap { $0 == former ? nil : $0 }
        }
        let to = text(ID.to).flatMap { LocalDate(iso: $0) }
        let vneid = text(ID.vneid) ?? ""
        return OfficerPatch(
            name: changed(ID.name, from: officer.name),
            position: changed(ID.position, from: officer.position),
            account: changed(ID.account, from: officer.account), identityNumber: text(ID.identity),
            vneid: vneid == officer.vneid ?? "" ? nil : vneid,
            effectiveTo: to == officer.effectiveTo ? nil : to,
            withoutEnd: to == nil && officer.effectiveTo != nil ? true : nil, reason: text(ID.reason),
            allowGaps: answers[ID.allowGaps] == .flag(true) ? true : nil)
    }

    /// What is asked without a key may be asked again: what came of it is the same.
    private static func settled<Answer>(_ result: Result<Answer, APIError>) -> Result<Answer, SubmitFailure> {
        result.mapError { error in
            switch error {
            case .unauthorised: .expired
            case .problem(let problem): .refused(problem)
            default: .unknown(error)
            }
        }
    }
}

extension Client {
    /// Lets an officer do those steps of a procedure that his roles do, beside those who do them already.
    ///
    /// - Returns: The steps that were bound; 0 where he does them already, by himself or with his unit; nil where none of
    ///   his roles does a step of it.
    func bind(
        _ officer: OfficerRecord, to code: String, in unit: String, until last: LocalDate?
    ) async throws(APIError) -> Int? {
        let process = try await procedure(code).process
        let steps = try await outline(of: process).steps
        let roles = Set(officer.assignments.map(\.role))
        let found = try await bindings(unit: unit, process: process.id)
        let held = found.value.items
        var items = held.map { item in
            BindingsPut.Item(
                step: item.step, officer: item.officer, assigneeUnit: item.assigneeUnit,
                effectiveFrom: item.effectiveFrom, effectiveTo: item.effectiveTo,
                subDeadline: item.subDeadline)
        }
        let his = steps.filter { $0.role.map(roles.contains) ?? false }
        guard !his.isEmpty else { return nil }
        for step in his {
            if !held.contains(where: { $0.step == step.code && Self.does($0, officer) }) {
                items.append(BindingsPut.Item(step: step.code, officer: officer.id, effectiveTo: last))
            }
        }
        guard items.count > held.count else { return 0 }
        _ = try await putBindings(
            unit: unit, process: process.id, BindingsPut(items: items), revision: found.revision ?? "*")
        return items.count - held.count
    }

    /// Whether a binding names him, or his unit and a role that he holds there.
    private static func does(_ binding: StepBinding, _ officer: OfficerRecord) -> Bool {
        if binding.officer == officer.id { return true }
        return officer.assignments.contains { held in
            held.role == binding.role && held.unit.code == binding.assigneeUnit
        }
    }
}
