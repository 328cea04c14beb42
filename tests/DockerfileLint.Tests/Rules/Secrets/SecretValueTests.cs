using DockerfileLint.Tests.Testing;
using NUnit.Framework;

namespace DockerfileLint.Tests.Rules.Secrets;

/// <summary>The token is put together here so that no scanner takes this file for a leak.</summary>
internal sealed class SecretValueTests() : RuleTest("DL5003")
{
    private const string Token = "ghp_" + "q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe";

    [Test]
    public void A_name_of_a_secret_gives_way() =>
        VerifyAll($"FROM alpine:3.22\nENV [|GITHUB_TOKEN|]={Token}\nUSER 1\n");

    [Test]
    public void Each_kind_of_instruction_is_searched() =>
        Verify(
            $"ARG [|A|]={Token}\nFROM a\nENV [|B|]={Token} C=1\nLABEL [|d|]=\"{Token}\"\nRUN x [|{Token}|]\nCMD "
                + $"[\"x\", \"[|{Token}|]\"]\nHEALTHCHECK CMD x [|{Token}|]\n"
        );

    [Test]
    public void Here_documents_are_searched() =>
        Verify($"FROM a\nRUN <<EOF\nexport T=[|{Token}|]\nEOF\nCOPY <<EOF /x\n[|{Token}|]\nEOF\n");

    [Test]
    public void Triggers_are_searched() => Verify($"FROM a\nONBUILD RUN x [|{Token}|]\n");

    [Test]
    public void A_comment_between_continued_lines_is_no_part_of_the_step() =>
        Verify($"FROM a\nRUN a \\\n  # {Token}\n  b\n");

    [Test]
    public void Variables_of_a_mount_are_left_alone() =>
        Verify("FROM a\nRUN --mount=type=secret,id=t,env=T git clone https://x:${T}@github.com/a/b\n");

    [TestCase("ENV [|T|]=ghp_\"q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe\"")]
    [TestCase("ENV [|T|]='ghp_q7Wm2Zt9''Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe'")]
    [TestCase("ENV [|T|]=gh\\p_q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe")]
    [TestCase("ENV [|T|]=ghp_q7Wm2Zt9\\\nLp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe")]
    [TestCase("ENV [|T|]=ghp_q7Wm2Zt9\\\n# a comment\n\nLp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe")]
    [TestCase("ARG [|T|]=AK\"IA\"Q7WM2ZT9LP4RK8VX")]
    [TestCase("ARG X\nENV [|T|]=ghp_${X}q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe")]
    [TestCase("ARG X=ghp_q7Wm2Zt9Lp4Rk8Vx\nENV [|T|]=${X}3Bn6Yc1Hd5Js0Fg7TaQe")]
    [TestCase("ARG X=ghp_q7Wm2Zt9Lp4Rk8Vx Y=3Bn6Yc1Hd5Js0Fg7TaQe\nENV [|T|]=$X$Y")]
    [TestCase("LABEL [|t|]=ghp_\"q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe\"")]
    [TestCase("RUN a [|ghp_\"q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe|]\"")]
    [TestCase("RUN a '[|ghp_q7Wm2Zt9''Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe|]'")]
    [TestCase("RUN a [|AKIA\\\nQ7WM2ZT9LP4RK8VX|] \\\n  b")]
    [TestCase("RUN a [|ghp_q7Wm2Zt9\\\r\n  # c\r\nLp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe|]")]
    [TestCase("RUN <<E\na [|ghp_'q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe|]'\nE")]
    [TestCase("CMD a [|ghp_\"\"q7Wm2Zt9Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe|]")]
    public void A_token_in_pieces_is_one(string instruction) => Verify($"FROM alpine\n{instruction}\n");

    [TestCase("ENV T=ghp_\"q7Wm2Zt9\" U=\"Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe\"")]
    [TestCase("RUN a ghp_\"q7Wm2Zt9\" \"Lp4Rk8Vx3Bn6Yc1Hd5Js0Fg7TaQe\"")]
    [TestCase("RUN a AKIA\\\n Q7WM2ZT9LP4RK8VX")]
    [TestCase("RUN printf 'a\\nb' it''s")]
    public void Words_of_their_own_are_none(string instruction) => Verify($"FROM alpine\n{instruction}\n");

    [Test]
    public void What_stands_in_one_piece_is_reported_once() =>
        Verify($"FROM a\nRUN x [|{Token}|] it''s \\\n  \"[|{Token}|]\"\n");
}
