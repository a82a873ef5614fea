using Qingdan.Standards.Contracts;
using Qingdan.Standards.Contracts.LegalBases;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Standards.LegalBases;

/// <summary>One law of the register, for a list.</summary>
public sealed record LawRow(
    long Id, string Name, string Number, LegalBasisLevel Level, LawState State, DateOnly EffectiveOn, Certainty Certainty, string Source, int Clauses);
