using Qingdan.Platform.Results;
using Qingdan.Platform.Web;
using Qingdan.Standards.Contracts.LegalBases;

namespace Qingdan.Lists.Negatives;

/// <summary>
/// A basis picked from the register: level, document, number, state and day are the register's, and so is the text unless a part of it was quoted.
/// How the clause reads stays the unit's to say; where it says nothing, the register's reading is proposed.
/// </summary>
internal sealed class ClauseChoice(LegalRegister register)
{
    /// <summary>The input with its clause filled in; without a clause it is left as it is.</summary>
    public async Task<Result<NegativeInput>> Fill(NegativeInput input, CancellationToken cancel)
    {
        if (input.ClauseId == 0) return input;
        if (await register.Find(input.ClauseId, cancel) is not { } clause) return new Fault("lists.negative.clause.unknown", "依据库里没有这一条，请重新选择条款。", "clauseId");
        return input with
        {
            BasisLevel = clause.Level.ToString(), BasisName = clause.Law, BasisNumber = clause.Number,
            BasisClause = input.BasisClause.StartsWith(clause.ArticleName, StringComparison.Ordinal) ? input.BasisClause : clause.ArticleName,
            BasisText = Quotation.Compare(clause.Text, input.BasisText).Agrees ? input.BasisText : clause.Text,
            BasisState = Same(clause.State).ToString(), BasisEffectiveOn = Shown.Day(clause.EffectiveOn),
            Ban = input.Ban.Length == 0 || input.Ban == nameof(BanKind.Undecided) ? Same(clause.Ban).ToString() : input.Ban,
        };
    }

    private static BasisState Same(LawState state) => state switch
    {
        LawState.InEffect => BasisState.InEffect,
        LawState.Amended => BasisState.Amended,
        _ => BasisState.Repealed,
    };

    private static BanKind Same(ClauseBan ban) => ban switch
    {
        ClauseBan.Express => BanKind.Express,
        ClauseBan.ConfidentialityDuty => BanKind.ConfidentialityDuty,
        _ => BanKind.Undecided,
    };
}
