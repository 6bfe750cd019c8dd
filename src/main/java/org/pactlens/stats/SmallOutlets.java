package org.pactlens.stats;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.apache.commons.math3.special.Beta;

/**
 * Shares of small outlets drawn towards their group: empirical Bayes with a beta-binomial model (Casella, American
 * Statistician 39, 1985, 83-87). Shrunk values order and smooth; the raw share stands beside them.
 *
 * @param alpha first parameter of the fitted prior
 * @param beta second parameter
 */
public record SmallOutlets(double alpha, double beta) {
    /** Outlets more alike than chance let alpha + beta grow without bound: it is cut here. */
    static final double LARGEST_SUM = 1e6;

    /** Mean and interval of one outlet's share. */
    public record Posterior(double mean, Interval interval) {}

    /**
     * Fits the prior by maximum of the marginal likelihood.
     *
     * @param k stories with the frame, of {@code n}, by outlet; both may be fractional
     */
    public static SmallOutlets fit(double[] k, double[] n) {
        MultivariateFunction likelihood = logs -> {
            double a = Math.exp(logs[0]);
            double b = Math.exp(logs[1]);
            if (!(a + b <= LARGEST_SUM) || a < 1e-9 || b < 1e-9) {
                return Double.NEGATIVE_INFINITY;
            }
            double sum = 0;
            for (int i = 0; i < k.length; i++) {
                sum += Beta.logBeta(k[i] + a, n[i] - k[i] + b) - Beta.logBeta(a, b);
            }
            return sum;
        };
        double[] best = new SimplexOptimizer(new SimpleValueChecker(-1, 1e-14))
                .optimize(
                        new MaxEval(20_000),
                        new ObjectiveFunction(likelihood),
                        GoalType.MAXIMIZE,
                        new InitialGuess(new double[] {0, 0}),
                        new NelderMeadSimplex(2, 0.5))
                .getPoint();
        return new SmallOutlets(Math.exp(best[0]), Math.exp(best[1]));
    }

    /** The share of an outlet with k of n. */
    public Posterior posterior(double k, double n, double confidence) {
        double a = k + alpha;
        double b = n - k + beta;
        BetaDistribution posterior = new BetaDistribution(null, a, b);
        return new Posterior(
                a / (a + b),
                new Interval(
                        posterior.inverseCumulativeProbability((1 - confidence) / 2),
                        posterior.inverseCumulativeProbability((1 + confidence) / 2)));
    }
}
