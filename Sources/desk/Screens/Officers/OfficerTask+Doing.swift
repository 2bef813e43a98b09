import APIClient
import Forms
import Models

extension OfficerTask {
    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<Value, SubmitFailure> {
        let gaps: Bool? = answers[ID.allowGaps] == .flag(true) ? true : nil
        let reason = answers.filled(ID.reason) ?? ""
        var roles: [String] = []
        if case .choices(let chosen)? = answers[ID.roles] { roles = chosen }
        switch self {
        case .create:
            let request = OfficerCreate(
                name: answers.filled(ID.name) ?? "", position: answers.filled(ID.position) ?? "",
                unit: answers.filled(ID.unit) ?? "", account: answers.filled(ID.account),
                identityNumber: answers.filled(ID.identity) ?? "", vneid: answers.filled(ID.vneid),
                effectiveFrom: answers.day(ID.from), effectiveTo: answers.day(ID.to), roles: roles)
            return await run.carryOut(.create(officer: request)).map(Value.officer)
        case .change(let officer):
            let patch = Self.patch(officer, answers)
            return await run.carryOut(.change(officer: officer.id, patch, revision: officer.revision))
                .map(Value.officer)
        case .act(let verb, let officer):
            let request = OfficerActRequest(reason: reason, allowGaps: gaps)
            return await run.carryOut(
                .act(onOfficer: officer.id, verb, request, revision: officer.revision)
            ).map(Value.officer)
        case .transfer(let officer):
            let position = answers.filled(ID.position)
            let request = OfficerTransfer(
                unit: answers.filled(ID.unit) ?? "", position: position == officer.position ? nil : position,
                roles: roles, reason: reason, allowGaps: gaps)
            return await run.carryOut(.transfer(officer: officer.id, request, revision: officer.revision))
                .map(Value.officer)
        case .assign(let officer):
            let request = AssignmentRequest(
                officer: officer.id, unit: answers.filled(ID.unit) ?? "", role: answers.filled(ID.role) ?? "",
                effectiveFrom: answers.day(ID.from), effectiveTo: answers.day(ID.to),
                reason: answers.filled(ID.reason))
            return await run.carryOut(.assign(request)).map(Value.officer)
        case .unassign:
            let id = answers.filled(ID.held) ?? ""
            return await run.desk.ask { client throws(APIError) in
                try await client.endAssignment(id, allowGaps: gaps ?? false)
            }.map(Value.officer).mapError(SubmitFailure.init)
        case .bind(let officer):
            let (procedure, unit) = (answers.filled(ID.procedure) ?? "", answers.filled(ID.unit) ?? "")
            let to = answers.day(ID.to)
            return await run.desk.ask { client throws(APIError) in
                try await client.bind(officer, to: procedure, in: unit, until: to)
            }.map(Value.bound).mapError(SubmitFailure.init)
        case .reject(let change):
            return await run.carryOut(.reject(change: change.id, reason: reason)).map(Value.change)
        }
    }

    func ending(_ value: Value, _ desk: Desk) -> TaskEnding {
        guard case .bound(nil) = value else { return .done(Strings.OfficerTasks.done(self, value)) }
        return .mends(
            FieldError(
                path: FieldPath(ID.procedure),
                issue: FieldIssue(code: "no_step", message: Strings.OfficerTasks.noStep)))
    }

    /// Only what was changed.
    private static func patch(_ officer: OfficerRecord, _ answers: Answers) -> OfficerPatch {
        func changed(_ id: String, from former: String) -> String? {
            answers.filled(id).flatMap { $0 == former ? nil : $0 }
        }
        let to = answers.day(ID.to)
        let vneid = answers.filled(ID.vneid) ?? ""
        return OfficerPatch(
            name: changed(ID.name, from: officer.name),
            position: changed(ID.position, from: officer.position),
            account: changed(ID.account, from: officer.account), identityNumber: answers.filled(ID.identity),
            vneid: vneid == officer.vneid ?? "" ? nil : vneid,
            effectiveTo: to == officer.effectiveTo ? nil : to,
            withoutEnd: to == nil && officer.effectiveTo != nil ? true : nil,
            reason: answers.filled(ID.reason),
            allowGaps: answers[ID.allowGaps] == .flag(true) ? true : nil)
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
        let steps = try await processOutline(process.id, version: process.version).value.steps
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
