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
    private static readonly Fault NotInForce = new("lists.negative.clause.not-in-force", "这一条所在的法规已修订、已废止或尚未施行，不能选作依据。请改选现行有效的条款。", "clauseId");

    /// <summary>
    /// The input with its clause filled in; without a clause it is left as it is. Only what is the law today can be chosen;
    /// an entry keeps the clause it quotes (<paramref name="kept"/>), whatever became of it.
    /// </summary>
    public async Task<Result<NegativeInput>> Fill(NegativeInput input, long kept, CancellationToken cancel)
    {
        if (input.ClauseId == 0) return input;
        if (await register.Find(input.ClauseId, cancel) is not { } clause) return new Fault("lists.negative.clause.unknown", "依据库里没有这一条，请重新选择条款。", "clauseId");
        if (input.ClauseId != kept && !await register.IsOffered(input.ClauseId, cancel)) return NotInForce;
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
