namespace Qingdan.Workflow.Cases;

/// <summary>What the provider writes of one item.</summary>
/// <param name="ItemId">The item of the demand.</param>
/// <param name="Verdict">Name of a <see cref="Cases.Verdict"/>.</param>
/// <param name="Condition">A condition it names besides those of the catalogue.</param>
/// <param name="Reason">Owed with a refusal.</param>
/// <param name="BasisName">Owed with a refusal: the law.</param>
/// <param name="BasisClause">Owed with a refusal: the clause.</param>
internal sealed record AnswerInput(long ItemId, string Verdict, string Condition = "", string Reason = "", string BasisName = "", string BasisClause = "");
