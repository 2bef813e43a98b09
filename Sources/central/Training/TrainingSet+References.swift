import Forms
import Models

extension TrainingSet {
    /// The reference sets that forms and screens choose from, each in its order of display. One code may
    /// stand in several rows that hold at different times.
    ///
    /// `provinces`, `communes` (parent: the province), `agencies` (parent: the unit above), `banks`,
    /// `ethnic_groups`, `fields`, `ticket_kinds`, `postal_statuses`; `former_provinces` and `former_communes` (parent: the
    /// province of today), which addresses of before 01/07/2025 are mapped by.
    var references: [String: [DatedReference]] {
        [
            "provinces": provinces.map { province in
                DatedReference(
                    item: ReferenceItem(
                        code: province.code, name: province.name,
                        extra: ["type": province.type.rawValue, "h_code": province.hCode]),
                    from: province.from, to: province.to)
            },
            "communes": communes.map { commune in
                DatedReference(
                    item: ReferenceItem(
                        code: commune.code, name: commune.name, parent: commune.province,
                        extra: ["type": commune.type.rawValue]),
                    from: communesFrom)
            },
            "agencies": agencies.map { agency in
                var extra = ["kind": agency.kind.rawValue]
                extra["province"] = agency.province
                extra["commune"] = agency.commune
                extra["successor"] = agency.successor
                if agency.trainingCode { extra["training_code"] = "true" }
                return DatedReference(
                    item: ReferenceItem(
                        code: agency.code, name: agency.name, parent: agency.parent, extra: extra),
                    from: agency.from, to: agency.to)
            },
            "banks": banks.map { bank in
                DatedReference(item: ReferenceItem(code: bank.code, name: bank.name), from: communesFrom)
            },
            "ethnic_groups": ethnicGroups.map { group in
                DatedReference(item: ReferenceItem(code: group.code, name: group.name), from: communesFrom)
            },
            "fields": fields.map { field in
                DatedReference(
                    item: ReferenceItem(
                        code: field.code, name: field.name, extra: ["ministry": field.ministry]),
                    from: communesFrom)
            },
            ShipmentTracking.set: postalStatuses.map { status in
                DatedReference(
                    item: ReferenceItem(
                        code: status.code, name: status.name, extra: ["state": status.state.rawValue]),
                    from: communesFrom)
            },
            CommuneTable.formerProvinces: formerProvinces.map {
                DatedReference(item: $0, from: communesFrom)
            },
            CommuneTable.formers: formerDistricts.flatMap(\.communeItems).map {
                DatedReference(item: $0, from: communesFrom)
            },
            TicketKind.set: ticketKinds.map { kind in
                DatedReference(
                    item: ReferenceItem(
                        code: kind.code, name: kind.name,
                        extra: [
                            "days": String(kind.days), "acknowledge_days": String(kind.acknowledgeDays),
                            "note": kind.note,
                        ]),
                    from: ticketKindsFrom)
            },
        ]
    }
}

extension TrainingSet {
    /// Provinces that were merged into another one, or got another code.
    private var formerProvinces: [ReferenceItem] {
        var seen: Set<String> = []
        return formerDistricts.filter { seen.insert($0.formerCode).inserted }.map {
            ReferenceItem(code: $0.formerCode, name: $0.formerProvince, parent: $0.province)
        }
    }
}
